using System.Reactive;
using FluentAssertions;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>Who has not waited yet, such as out of hours, has no place to go back to.</summary>
public sealed class Being_called_back_without_a_place
{
    const string Number = "plus, seven, nine one six, one two three, four five, six seven";
    const string Offer = "play «we can call you back when it is your turn, at the number»";
    const string Choices = "play «to confirm, press one. to give another number, press two»";
    const string Unavailable = "play «we cannot promise to call you back at the moment»";
    const string HungUp = "hang up NORMAL_CLEARING";

    static readonly QueueSettings Sales = Desk.Sales with { Callback = new CallbackSettings() };

    readonly MemoryCallbacks _callbacks = new();

    [Fact]
    public void Before_any_queue_there_is_no_star_and_the_call_ends_where_nothing_is_promised()
    {
        _callbacks.Answer = _ => CallbackReply.NotWritten;
        var center = new RunningCenter(distributor => CallbackFlow.Offer(distributor, _callbacks, "sales"), Sales);
        var call = center.Arrives(new ScriptedCall("caller"));
        call.Log.Should().Equal("answer", Offer, $"play «{Number}»", Choices);
        Press(center, call, "*1");
        _callbacks.Asked.Should().ContainSingle().Which.Should().Be(new CallbackWish("sales", "+79161234567") { Call = call.Info.Ref });
        call.Log.Should().EndWith([Unavailable, HungUp]);
    }

    [Fact]
    public void A_flow_of_ones_own_takes_those_who_are_not_to_be_called_back()
    {
        var center = new RunningCenter(
            distributor => CallbackFlow.Offer(distributor, _callbacks, "sales", otherwise: FlowSteps.Play("voicemail.wav").Select(_ => Unit.Default)), Sales);
        var call = center.Arrives(new ScriptedCall("caller"));
        Press(center, call, "*");
        call.Log.Should().Contain("play voicemail.wav");
    }

    static void Press(RunningCenter center, ScriptedCall call, string keys)
    {
        foreach (var key in keys)
        {
            call.Happening.OnNext(new CallEvent.Digit(center.Clock.Now, key));
        }
    }
}
