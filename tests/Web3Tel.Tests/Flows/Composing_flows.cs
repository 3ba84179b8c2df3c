using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Composing_flows
{
    readonly ScriptedCall _call = new("caller");

    [Fact]
    public void Nothing_happens_before_somebody_subscribes()
    {
        var flow = FlowSteps.Answer.Then(FlowSteps.Play("a.wav"))(_call);
        _call.Log.Should().BeEmpty();
        flow.Subscribe();
        _call.Log.Should().Equal("answer", "play a.wav");
    }

    [Fact]
    public void What_comes_next_waits_for_what_comes_first()
    {
        var answered = _call.Hold<CallCommand.Answer>();
        FlowSteps.Answer.Then(FlowSteps.Play("a.wav"))(_call).Subscribe();
        _call.Log.Should().Equal("answer");
        answered.OnNext(Reply.Done);
        _call.Log.Should().Equal("answer", "play a.wav");
    }

    [Fact]
    public void What_comes_next_may_depend_on_what_was_found_out()
    {
        FlowSteps.Answer.Then(reply => reply.IsDone ? FlowSteps.Play("yes.wav") : FlowSteps.HangUp(HangupCause.NormalClearing))(_call)
            .Subscribe();
        _call.Log.Should().Equal("answer", "play yes.wav");
    }

    [Fact]
    public void Disposing_stops_it_where_it_is()
    {
        var answered = _call.Hold<CallCommand.Answer>();
        FlowSteps.Answer.Then(FlowSteps.PlayMusic("moh"))(_call).Subscribe().Dispose();
        answered.OnNext(Reply.Done);
        _call.Log.Should().Equal("answer");
    }
}
