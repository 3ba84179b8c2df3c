using FluentAssertions;
using FluentAssertions.Extensions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

/// <summary>What callers meet while they wait.</summary>
public sealed class WaitingSettingsTests
{
    [Fact]
    public void Nothing_is_announced_by_default()
    {
        var settings = Read();
        settings.CallCenter.Queues.Single().Announce.Should().BeNull();
        settings.Speech.Program.Should().Be("espeak-ng");
    }

    [Fact]
    public void Announcements_are_read()
    {
        var settings = Read(
            ("Queues:0:Announce:Language", "russian"),
            ("Queues:0:Announce:Position", "true"),
            ("Queues:0:Announce:ExpectedWait", "true"),
            ("Queues:0:Announce:RepeatSeconds", "90"),
            ("Queues:0:Announce:LeastGapSeconds", "20"),
            ("Queues:0:Announce:Messages:0", "web.wav"),
            ("Queues:0:Announce:MessageSeconds", "45"),
            ("Speech:Russian", "ru+f3"));
        settings.CallCenter.Queues.Single().Announce.Should().BeEquivalentTo(new Announcements
        {
            Language = Language.Russian,
            Position = true,
            ExpectedWait = true,
            RepeatAfter = 90.Seconds(),
            LeastGap = 20.Seconds(),
            Messages = ["web.wav"],
            MessageEvery = 45.Seconds(),
        });
        settings.Speech.Russian.Should().Be("ru+f3");
        settings.CallCenter.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Ways_out_of_a_queue_are_read()
    {
        var queue = Read(
            ("Queues:1:Name", "support"),
            ("Queues:0:JoinWhenEmpty", "false"),
            ("Queues:0:MaxWaitWithNoAgentSeconds", "30"),
            ("Queues:0:WhenFull", "queue:support"),
            ("Queues:0:WhenTooLong", "hangup"),
            ("Queues:0:WhenEmpty", "hangup:/sounds/sorry.wav"),
            ("Queues:0:ExitKeys:0:Key", "2"),
            ("Queues:0:ExitKeys:0:To", "queue:support")).CallCenter.Queues[0];
        queue.RefuseWhenEmpty.Should().BeTrue();
        queue.MaxWaitWithNoAgent.Should().Be(30.Seconds());
        queue.WhenFull.Should().Be(new NextStep.Queue("support"));
        queue.WhenTooLong.Should().Be(new NextStep.HangUp());
        queue.WhenEmpty.Should().Be(new NextStep.HangUp("/sounds/sorry.wav"));
        queue.ExitKeys.Should().Equal(new ExitKey('2', new NextStep.Queue("support")));
        Read(("Queues:0:LeaveWhenEmpty", "true")).CallCenter.Queues[0].MaxWaitWithNoAgent.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Steps_and_numbers_after_a_queue_are_read()
    {
        var queue = Read(
            ("LineOut", "sofia/gateway/out/{number}"),
            ("Queues:0:WhenFull", "step:voicemail"),
            ("Queues:0:WhenTooLong", "number:+79161234567"),
            ("Queues:0:WhenEmpty", "number:1 else number: 2 else hangup:/sounds/sorry.wav"),
            ("Queues:0:ExitKeys:0:Key", "1"),
            ("Queues:0:ExitKeys:0:To", "step: voicemail")).CallCenter.Queues[0];
        queue.WhenFull.Should().Be(new NextStep.Named("voicemail"));
        queue.WhenTooLong.Should().Be(new NextStep.Number("+79161234567"));
        queue.WhenEmpty.Should().Be(new NextStep.Number("1", new NextStep.Number("2", new NextStep.HangUp("/sounds/sorry.wav"))));
        queue.ExitKeys.Should().Equal(new ExitKey('1', new NextStep.Named("voicemail")));
    }

    [Fact]
    public void All_that_queues_lead_to_and_is_not_there_is_told_at_once() => FluentActions.Invoking(() => Read(
            ("Queues:0:WhenFull", "step:voicmail"),
            ("Queues:0:WhenTooLong", "queue:nowhere"),
            ("Queues:0:WhenEmpty", "number:112"))).Should().Throw<SettingsException>().Which.Errors.Select(error => error.ToString()).Should().BeEquivalentTo(
        "Web3Tel:Queues cannot be used: Queue 'sales' overflows to 'nowhere', which is not configured. Name another queue in OverflowTo, or leave it out to end the call.",
        "Web3Tel:Queues cannot be used: Queue 'sales': WhenFull leads to the step 'voicmail', which is not registered. Steps are: voicemail, callback, survey. See docs/queues.md, Waiting and limits.",
        "Web3Tel:Queues cannot be used: Queue 'sales': WhenEmpty leads to the number '112', but there is no line out: set LineOut, such as sofia/gateway/provider/{number}. See docs/queues.md, Waiting and limits.");

    [Theory]
    [InlineData("Queues:0:WhenFull", "hangup else queue:sales", "Web3Tel:Queues:0:WhenFull is \"hangup else queue:sales\".")]
    [InlineData("Queues:0:WhenFull", "number:1 else voicemail", "Web3Tel:Queues:0:WhenFull is \"number:1 else voicemail\".")]
    [InlineData("Queues:0:WhenFull", "support", "Web3Tel:Queues:0:WhenFull is \"support\". Give queue:<name>, step:<name>, number:<number>, hangup, or hangup:<sound>")]
    [InlineData("Queues:0:WhenFull", "queue:nowhere", "Web3Tel:Queues cannot be used: Queue 'sales' overflows to 'nowhere', which is not configured.")]
    [InlineData("Queues:0:Announce:Language", "Klingon", "Web3Tel:Queues:0:Announce:Language is \"Klingon\". Give one of English, Russian.")]
    [InlineData("Queues:0:Announce:LeastGapSeconds", "0", "Web3Tel:Queues:0:Announce:LeastGapSeconds is \"0\".")]
    [InlineData("Queues:0:Announce:Places", "true", "Web3Tel:Queues:0:Announce:Places is not a setting.")]
    [InlineData("Speech:Arguments", "{file}", "Web3Tel:Speech:Arguments has no {text}.")]
    public void A_wrong_value_is_told_with_its_key(string key, string value, string told) =>
        FluentActions.Invoking(() => Read((key, value))).Should().Throw<SettingsException>()
            .Which.Errors.Should().ContainSingle().Which.ToString().Should().StartWith(told);

    static ServiceSettings Read(params (string Key, string Value)[] values) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Web3Tel:Queues:0:Name", "sales")])
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>($"Web3Tel:{value.Key}", value.Value)))
        .Build());
}
