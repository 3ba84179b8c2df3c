using FluentAssertions;
using FluentAssertions.Extensions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Callbacks;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

/// <summary>How queues call back, and how that is offered.</summary>
public sealed class CallbackSettingsTests
{
    [Theory]
    [InlineData("false")]
    [InlineData(null)]
    public void Nobody_is_called_back_by_default(string? callback) =>
        Read(("Queues:0:Callback", callback)).CallCenter.Queues.Single().Callback.Should().BeNull();

    [Fact]
    public void A_mere_true_is_all_of_the_defaults()
    {
        var settings = Read(("LineOut", LineOut), ("Queues:0:Callback", "true"));
        settings.CallCenter.Queues.Single().Callback.Should().BeEquivalentTo(new CallbackSettings());
        settings.Callback.Should().Be(CallbackPrompts.Default);
        settings.CallCenter.Problems().Should().BeEmpty();
        settings.Speaking.Should().Equal(("sales", Language.English));
    }

    [Fact]
    public void How_a_queue_calls_back_is_read()
    {
        var settings = Read(
            ("LineOut", LineOut),
            ("Queues:0:ExitKeys:0:Key", "1"),
            ("Queues:0:ExitKeys:0:To", "step:callback"),
            ("Queues:0:Announce:Keys", "true"),
            ("Queues:0:Callback:Order", "customerFirst"),
            ("Queues:0:Callback:RingSeconds", "40"),
            ("Queues:0:Callback:Attempts", "5"),
            ("Queues:0:Callback:PauseSeconds", "120"),
            ("Queues:0:Callback:ExpirySeconds", "7200"),
            ("Queues:0:Callback:Hours:Zone", "Europe/Moscow"),
            ("Queues:0:Callback:Hours:Week:0", "Sat-Sun 10:00-15:30"),
            ("Queues:0:Callback:Hours:Week:1", "mon 21:00-02:00"),
            ("Queues:0:Callback:Hours:Closed", "2026-12-31, 2027-01-01"),
            ("Queues:0:Callback:Numbers:Shortest", "7"),
            ("Queues:0:Callback:Numbers:Longest", "11"),
            ("Queues:0:Callback:Numbers:Allowed", "+7,8"),
            ("Queues:0:Callback:Numbers:Blocked", "8809"),
            ("Queues:0:Callback:ShownNumber", "+74951234567"),
            ("Queues:0:Callback:Label", "Callback"));
        settings.CallCenter.Queues.Single().Callback.Should().BeEquivalentTo(new CallbackSettings
        {
            Order = CallbackOrder.CustomerFirst,
            RingTime = 40.Seconds(),
            Attempts = 5,
            Pause = 2.Minutes(),
            Expiry = 2.Hours(),
            Hours = new CallingHours("Europe/Moscow")
            {
                Week =
                [
                    new(DayOfWeek.Saturday, new(10, 0), new(15, 30)), new(DayOfWeek.Sunday, new(10, 0), new(15, 30)), new(DayOfWeek.Monday, new(21, 0), new(2, 0)),
                ],
                Closed = [new(2026, 12, 31), new(2027, 1, 1)],
            },
            Numbers = new NumberRule { Shortest = 7, Longest = 11, Allowed = ["+7", "8"], Blocked = ["8809"] },
            ShownNumber = "+74951234567",
            Label = "Callback",
        });
        settings.CallCenter.Queues.Single().ExitKeys.Should().Equal(new ExitKey('1', new NextStep.Named("callback")));
        settings.CallCenter.Problems().Should().BeEmpty();
    }

    [Fact]
    public void What_callers_are_told_is_read() =>
        Read(
            ("Callback:Offer", "offer.wav"), ("Callback:Choices", "choices.wav"), ("Callback:Confirm", "confirm.wav"), ("Callback:Back", "back.wav"),
            ("Callback:AskNumber", "number.wav"), ("Callback:WrongNumber", "wrong.wav"), ("Callback:Accepted", "accepted.wav"),
            ("Callback:AskedAlready", "already.wav"), ("Callback:Unavailable", "sorry.wav"), ("Callback:Language", "Russian"),
            ("Callback:OtherNumbers", "false"), ("Callback:Tries", "2"), ("Callback:PatienceSeconds", "8")).Callback.Should().Be(new CallbackPrompts
            {
                Offer = "offer.wav",
                Choices = "choices.wav",
                Confirm = "confirm.wav",
                Back = "back.wav",
                AskNumber = "number.wav",
                WrongNumber = "wrong.wav",
                Accepted = "accepted.wav",
                AskedAlready = "already.wav",
                Unavailable = "sorry.wav",
                Language = Language.Russian,
                OtherNumbers = false,
                Tries = 2,
                Patience = 8.Seconds(),
            });

    [Theory]
    [InlineData("Queues:0:Callback", "perhaps", "Web3Tel:Queues:0:Callback is \"perhaps\". Give true or false.")]
    [InlineData("Queues:0:Callback:Order", "nobody", "Web3Tel:Queues:0:Callback:Order is \"nobody\". Give one of AgentFirst, CustomerFirst.")]
    [InlineData("Queues:0:Callback:Attempts", "0", "Web3Tel:Queues:0:Callback:Attempts is \"0\".")]
    [InlineData("Queues:0:Callback:Hours:Week:1", "Mon-Fry 09:00-18:00", "Web3Tel:Queues:0:Callback:Hours:Week has \"Mon-Fry 09:00-18:00\". Give days and hours")]
    [InlineData("Queues:0:Callback:Hours:Week:1", "Mon-Fri 9-18", "Web3Tel:Queues:0:Callback:Hours:Week has \"Mon-Fri 9-18\".")]
    [InlineData("Queues:0:Callback:Hours:Closed", "31.12.2026", "Web3Tel:Queues:0:Callback:Hours:Closed has \"31.12.2026\".")]
    [InlineData("Queues:0:Callback:Hours:Zone", "Mars", "Web3Tel:Queues cannot be used: Queue 'sales': Callback: Hours: there is no time zone 'Mars'")]
    [InlineData("Queues:0:Callback:Numbers:Allowed", "seven", "Web3Tel:Queues cannot be used: Queue 'sales': Callback: Numbers: 'seven' begins no number")]
    [InlineData("Queues:0:Callback:Retries", "3", "Web3Tel:Queues:0:Callback:Retries is not a setting.")]
    [InlineData("Queues:0:Strategy", "RingAll", "Web3Tel:Queues cannot be used: Queue 'sales': Callback cannot be where several phones ring")]
    [InlineData("Callback:Greeting", "hello.wav", "Web3Tel:Callback:Greeting is not a setting.")]
    public void A_wrong_value_is_told_with_its_key(string key, string value, string told)
    {
        (string, string?)[] hours = [("Queues:0:Callback:Hours:Zone", "Europe/Moscow"), ("Queues:0:Callback:Hours:Week:0", "Mon 09:00-18:00")];
        FluentActions.Invoking(() => Read([("LineOut", LineOut), ("Queues:0:Callback:Attempts", "3"), .. key.Contains("Hours:", StringComparison.Ordinal) ? hours : [], (key, value)]))
            .Should().Throw<SettingsException>().Which.Errors.Should().ContainSingle().Which.ToString().Should().StartWith(told);
    }

    [Fact]
    public void Without_a_line_out_nobody_can_be_called_back_and_a_key_that_offers_it_needs_a_queue_that_does() =>
        FluentActions.Invoking(() => Read(
                ("Queues:0:Callback", "true"), ("Queues:1:Name", "support"), ("Queues:1:WhenFull", "step:callback"), ("Queues:0:Announce:Keys", "true")))
            .Should().Throw<SettingsException>().Which.Errors.Select(error => error.ToString()).Should().SatisfyRespectively(
                keys => keys.Should().StartWith("Web3Tel:Queues:0:Announce:Keys is true, but no key of ExitKeys leads to step:callback or step:voicemail."),
                step => step.Should().Contain("Queue 'support': WhenFull leads to the step 'callback', but the queue calls nobody back: set its Callback."),
                line => line.Should().Contain("Queue 'sales': Callback needs a line out: set LineOut"));

    const string LineOut = "sofia/gateway/provider/{number}";

    static ServiceSettings Read(params (string Key, string? Value)[] values) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Web3Tel:Queues:0:Name", "sales")])
        .AddInMemoryCollection(values.GroupBy(value => value.Key, value => value.Value).Select(set => KeyValuePair.Create($"Web3Tel:{set.Key}", set.Last())))
        .Build());
}
