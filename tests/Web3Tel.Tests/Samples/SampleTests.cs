using System.Net;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.History;
using Web3Tel.Flows;
using Web3Tel.Samples;
using Web3Tel.Scenarios;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Web3Tel.Tests.FreeSwitch;
using Web3Tel.Tests.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Samples;

/// <summary>The samples do what they show.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Hello_caller_greets_and_hangs_up()
    {
        using var spine = new Spine(reception: (_, _) => HelloCaller.Flow);
        var caller = spine.Caller(1);

        spine.Run(10);

        caller.IsAnswered.Should().BeTrue();
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        caller.HungUpFirst.Should().BeFalse();
    }

    [Theory]
    [InlineData("2", "sales")]
    [InlineData("1", "support")]
    [InlineData("", "support")]
    public void A_key_pressed_while_the_greeting_plays_chooses_the_queue(string key, string queue)
    {
        using var spine = new Spine(reception: ChooseQueue.Flow);
        spine.Operator(1).Answers(1.Seconds());
        var caller = spine.Caller(1).Talks(5.Seconds());
        if (key.Length > 0)
        {
            caller.PressesAfter(1.Seconds(), key);
        }

        spine.Run(60);

        spine.History.Should().ContainSingle().Which.Queue.Should().Be(queue);
        caller.HasTalked.Should().BeTrue();
    }

    [Theory]
    [InlineData("1", "sales")]
    [InlineData("22", "sales")]
    [InlineData("2*0", "support")]
    [InlineData("", "support")]
    public void Departments_are_chosen_by_keys_in_office_hours(string keys, string queue)
    {
        using var spine = new Spine(reception: DepartmentMenu.Flow);
        spine.Operator(1).Answers(1.Seconds());
        spine.Run(2.Hours().TotalSeconds);
        var caller = spine.Caller(1).Talks(5.Seconds());
        for (var i = 0; i < keys.Length; i++)
        {
            caller.PressesAfter((2 * (i + 1)).Seconds(), keys[i].ToString());
        }

        spine.Run(120);

        spine.History.Should().ContainSingle().Which.Queue.Should().Be(queue);
        caller.HasTalked.Should().BeTrue();
    }

    [Fact]
    public void By_night_a_message_is_left_for_the_queue_and_by_day_the_caller_waits_in_it()
    {
        var messages = new MemoryMessages();
        using var spine = new Spine(reception: (center, scheduler) => Web3Tel.Samples.Voicemail.Flow(center, scheduler, messages));
        var caller = spine.Caller(1).PressesAfter(10.Seconds(), "#").PressesAfter(12.Seconds(), "2");
        spine.Run(60);

        messages.Kept.Should().ContainSingle().Which.Mailbox.Should().Be(Mailbox.OfQueue("support"));
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        spine.Operator(1).Answers(1.Seconds());
        spine.Run(2.Hours().TotalSeconds);
        spine.Caller(2).Talks(5.Seconds());
        spine.Run(60);
        spine.History[^1].Agent.Should().NotBeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "Sunny, 22 degrees")]
    [InlineData(HttpStatusCode.InternalServerError, "The weather is not known at the moment")]
    public void The_weather_of_the_web_is_spoken_and_when_there_is_none_that_is_said(HttpStatusCode status, string said)
    {
        var voice = new ScriptedSpeaker { Sound = _ => "spoken.wav" };
        using var web = new HttpClient(new Web(status, "Sunny, 22 degrees"));
        using var spine = new Spine(speaker: voice, reception: (_, scheduler) => InformationLine.Flow(web, new Uri("http://weather.test/"), scheduler));
        var caller = spine.Caller(1);

        spine.Run(30);

        voice.Said.Should().Equal(said);
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        caller.HungUpFirst.Should().BeFalse();
    }

    [Fact]
    public void A_caller_whose_operator_hangs_up_is_asked_for_a_mark()
    {
        using var spine = new Spine(queues: Survey.Asking, steps: Survey.Steps);
        spine.Operator(1).Answers(1.Seconds()).Talks(5.Seconds());
        var caller = spine.Caller(1).PressesAfter(20.Seconds(), "5");

        spine.Run(60);

        spine.History.Should().ContainSingle().Which.Journey.Should().Contain(step => step.What == JourneyEvent.Rated && step.Detail == "survey: 5");
        caller.HungUpFirst.Should().BeFalse();
    }

    [Fact]
    public void The_dashboard_shows_queues_as_they_change_and_only_then()
    {
        using var console = new StringWriter();
        using var spine = new Spine();
        using var showing = QueueDashboard.Show(spine.Center, console, spine.Clock).Subscribe();
        spine.Run(10);
        spine.Operator(1).Answers(3.Seconds());
        spine.Caller(1).Talks(5.Seconds());
        spine.Caller(2);

        spine.Run(20);

        var lines = console.ToString().Split('\n').Where(line => line.StartsWith("support", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        lines[0].Should().Be("support 0 0 2");
        lines.Should().OnlyHaveUniqueItems("nothing is shown twice").And.Contain(line => line.StartsWith("support 1 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_waits_is_told_the_place_and_called_back_by_a_key()
    {
        using var spine = new Spine(
            operators: 1, queues: queue => queue.Name == "support" ? QueueWithCallback.Support : queue, reception: (center, _) => QueueWithCallback.Flow(center), steps: QueueWithCallback.Steps);
        spine.Voice.IsMute = false;
        spine.Operator(1).Answers(1.Seconds());
        spine.Caller(1).Talks(1.Minutes());
        spine.Run(5);
        var caller = spine.Caller(2).PressesAfter(10.Seconds(), "1").PressesAfter(20.Seconds(), "1");
        var telephone = spine.FreeSwitch.Operator(caller.Number).Answers(3.Seconds()).Talks(20.Seconds());
        spine.Run(40);

        spine.Voice.Said.Should().ContainInOrder("you are number one in the queue", "we can call you back when it is your turn, at the number");
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        caller.HungUpFirst.Should().BeFalse();
        telephone.Rung.Should().Be(0, "the operator is not free yet");
        spine.Run(120);

        telephone.Conversations.Should().Be(1);
        spine.History.Should().ContainSingle(call => call.Callback == CallbackEnd.Done).Which.Should().BeEquivalentTo(
            new { caller.Number, Agent = "op1", Queue = "support" }, options => options.ExcludingMissingMembers());
        spine.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Who_calls_before_the_office_opens_is_told_so()
    {
        using var spine = new Spine(reception: DepartmentMenu.Flow);
        var caller = spine.Caller(1);

        spine.Run(60);

        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        caller.HungUpFirst.Should().BeFalse();
        spine.History.Should().ContainSingle().Which.Queue.Should().BeNull();
    }

    [Fact]
    public void The_scenario_of_the_docs_is_that_of_the_sample()
    {
        var page = Docs_that_name_tests.Read("zero-to-call.md");
        var csharp = page.Split("```csharp").Skip(1).Select(block => block.Split("```")[0].Trim()).ToArray();
        Docs_that_name_tests.Read("../samples/Web3Tel.Samples/ReceptionScenario.cs").Trim().Should().EndWith(csharp[0]);
        string.Join('\n', Docs_that_name_tests.Read("../tests/Web3Tel.Tests/Samples/SampleTests.cs").Split('\n').Select(line => line.TrimStart())).Should().Contain(csharp[1]);
        var json = page.Split("```json")[1].Split("```")[0];
        var (scenario, problems) = ScenarioJson.Read(json);
        problems.Should().BeEmpty();
        ScenarioJson.Write(scenario!).Should().Be(ScenarioJson.Write(ReceptionScenario.Scenario));
        ScenarioCheck.Problems(scenario!, new ScenarioSurroundings { Queues = ["sales"], Operators = [] }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(9, "21", "sales", false)]
    [InlineData(9, "0", "sales", false)]
    [InlineData(9, "22", null, true)]
    [InlineData(20, "", null, true)]
    public void The_scenario_leads_by_its_menus_to_the_queue_or_by_its_hours_to_a_message(int hour, string keys, string? queue, bool message)
    {
        var messages = new MemoryMessages();
        var parts = ReceptionScenario.Parts(messages);
        using var spine = new Spine(reception: (center, _) => ReceptionScenario.Flow(center, parts), steps: NamedSteps.None.Add(ScenarioFlow.Steps(parts)));
        spine.Operator(1).Answers(1.Seconds());
        // The spine begins at 8 in UTC, which is 11 in Moscow.
        spine.Run((hour - 8).Hours().TotalSeconds);
        var caller = spine.Caller(1).Talks(5.Seconds());
        if (keys.Length > 0)
        {
            caller.PressesAfter(1.Seconds(), keys);
        }

        spine.Run(30);

        caller.HasTalked.Should().Be(queue is not null);
        (messages.All.Count > 0).Should().Be(message);
        if (queue is not null)
        {
            spine.History.Should().ContainSingle().Which.Queue.Should().Be(queue);
        }

        spine.Faults.Should().BeEmpty();
    }

    sealed class Web(HttpStatusCode status, string text) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(text) });
    }
}
