using System.Reactive;
using System.Reactive.Linq;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Named_steps
{
    static readonly QueueSettings Sales = Desk.Sales with { Music = "moh", ExitKeys = [new('1', new NextStep.Named("offer"))] };

    [Fact]
    public void The_flow_of_that_name_takes_the_place_of_the_music_and_its_end_is_the_end_of_the_call()
    {
        var center = Open(_ => FlowSteps.Play("after the tone.wav").Select(_ => Unit.Default));
        var call = center.Arrives(new ScriptedCall("caller"));
        var message = call.Hold<CallCommand.Play>();
        call.Log.Clear();
        Press(center, call);
        call.Log.Should().Equal("silence", "play after the tone.wav");
        message.OnNext(Reply.Done);
        call.Log.Should().EndWith("hang up NORMAL_CLEARING");
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_flow_that_gives_the_caller_back_to_the_queue_keeps_the_time_waited()
    {
        var center = Open(back => FlowSteps.Play("stay.wav").Then(Queueing.Queue(back, "sales")));
        var call = center.Arrives(new ScriptedCall("caller"));
        center.Clock.AdvanceBy(30.Seconds());
        call.Log.Clear();
        Press(center, call);
        call.Log.Should().Equal("silence", "play stay.wav", $"set web3tel_joined={TimeOfJoining.ToText(Desk.Opening)} web3tel_queue=sales", "music moh");
        center.AnnaComes();
        center.Switch.Answer("user/anna");
        center.Center.Current.Callers[call.Info.Ref].State.Should().BeOfType<CallerState.Talking>();
    }

    [Fact]
    public void Leads_to_the_step_again_from_there()
    {
        var center = Open(back => FlowSteps.Play("stay.wav").Then(Queueing.Queue(back, "sales")));
        var call = center.Arrives(new ScriptedCall("caller"));
        Press(center, call);
        call.Log.Clear();
        Press(center, call);
        call.Log.Should().StartWith("silence").And.Contain("play stay.wav").And.EndWith("music moh");
        center.Center.Current.Callers[call.Info.Ref].StepsTaken.Should().Be(2);
    }

    [Fact]
    public void A_flow_that_fails_ends_the_call_and_is_told()
    {
        var center = Open(_ => _ => Observable.Throw<Unit>(new InvalidOperationException("no disk")));
        var call = center.Arrives(new ScriptedCall("caller"));
        Press(center, call);
        call.Log.Should().EndWith("hang up NORMAL_CLEARING");
        center.Journal.Entries.Select(entry => entry.Event).OfType<Event.FlowEnded>().Should().ContainSingle().Which.Problem.Should().Be("no disk");
    }

    [Fact]
    public void A_flow_that_cannot_even_be_made_ends_the_call_and_harms_nobody()
    {
        var center = Open(_ => throw new InvalidOperationException("no settings"));
        var call = center.Arrives(new ScriptedCall("caller"));
        Press(center, call);
        call.Log.Should().EndWith("hang up NORMAL_CLEARING");
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void The_flow_ends_with_the_call()
    {
        var center = Open(_ => FlowSteps.Play("after the tone.wav").Select(_ => Unit.Default));
        var call = center.Arrives(new ScriptedCall("caller"));
        var message = call.Hold<CallCommand.Play>();
        Press(center, call);
        call.Happening.OnNext(new CallEvent.HungUp(Desk.Opening, HangupCause.NormalClearing, HungUpBy.Party));
        message.HasObservers.Should().BeFalse();
        center.History.Puts.Single().Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void A_configuration_that_leads_to_a_name_nobody_registered_is_refused_as_a_whole_while_calls_run()
    {
        var center = Open(_ => FlowSteps.Play("x").Select(_ => Unit.Default));
        center.Center.Current.Configuration.Steps.Should().Equal("offer");
        var wrong = center.Center.Current.Configuration with
        {
            Steps = ["voicemail"],
            Queues = [Sales with { Music = "other", WhenFull = new NextStep.Named("voicemail") }],
        };
        center.Center.Post(new Event.Configured(center.Center.Now, wrong));
        center.Center.Current.Queues["sales"].Settings.Music.Should().Be("moh", "what is registered is not a matter of settings");
    }

    [Theory]
    [InlineData("offer")]
    [InlineData("two words")]
    [InlineData("")]
    public void A_name_is_one_word_and_registered_once(string name)
    {
        var steps = NamedSteps.None.Add("offer", _ => _ => Observable.Empty<Unit>());
        var again = () => steps.Add(name, _ => _ => Observable.Empty<Unit>());
        again.Should().Throw<ArgumentException>();
    }

    static RunningCenter Open(Func<Distributor, Flow<Unit>> step) => RunningCenter.With(NamedSteps.None.Add("offer", step), Sales);

    static void Press(RunningCenter center, ScriptedCall call) => call.Happening.OnNext(new CallEvent.Digit(center.Clock.Now, '1'));
}
