using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Simulator.People;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Hold, transfers, consultations and supervisors over the wire.</summary>
public sealed class ConversationTests : IDisposable
{
    readonly Spine spine = new(operators: 3);

    public ConversationTests()
    {
        for (var i = 1; i <= 3; i++)
        {
            spine.Operator(i).Answers(after: 1.Seconds());
        }
    }

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Fact]
    public void A_caller_is_held_given_back_and_the_operator_talks_on()
    {
        var caller = Talking();
        Ask((at, call) => new Event.HoldAsked(at, call)).Run(20);
        caller.IsTalking.Should().BeFalse();
        caller.IsOver.Should().BeFalse();
        spine.Operator(1).IsBusy.Should().BeTrue();
        spine.Journal.Entries.Count(entry => entry.Event is Event.CallArrived).Should().Be(2, "the caller comes once, and then hears the music in peace");
        Ask((at, call) => new Event.ResumeAsked(at, call)).Run(1);
        caller.IsTalking.Should().BeTrue();
        spine.Operator(1).IsTalking.Should().BeTrue();
        caller.HangsUp();
        Over(CallResult.Answered);
    }

    [Fact]
    public void A_transfer_to_another_operator_frees_the_first()
    {
        var caller = Talking();
        Ask((at, call) => new Event.TransferAsked(at, call, TransferKind.Agent, "op2")).Run(0.5);
        spine.Operator(1).IsBusy.Should().BeFalse();
        spine.Run(3);
        caller.IsTalking.Should().BeTrue();
        spine.Operator(2).IsTalking.Should().BeTrue();
        caller.HangsUp();
        Over(CallResult.Answered).Agent.Should().Be("op2");
    }

    [Fact]
    public void A_transfer_that_is_rejected_brings_the_caller_back_to_the_queue()
    {
        spine.Operator(2).Rejects(after: 1.Seconds());
        var caller = Talking();
        Ask((at, call) => new Event.TransferAsked(at, call, TransferKind.Agent, "op2")).Run(5);
        caller.IsTalking.Should().BeTrue("the third operator was free");
        spine.Operator(3).IsTalking.Should().BeTrue();
        caller.HangsUp();
        Over(CallResult.Answered);
    }

    [Fact]
    public void A_consultation_is_taken_back_and_another_one_is_completed()
    {
        var caller = Talking();
        Ask((at, call) => new Event.ConsultAsked(at, call, TransferKind.Agent, "op2")).Run(3);
        spine.Operator(1).IsTalking.Should().BeTrue();
        spine.Operator(2).IsTalking.Should().BeTrue();
        caller.IsTalking.Should().BeFalse();
        Ask((at, call) => new Event.ConsultCancelled(at, call)).Run(2);
        caller.IsTalking.Should().BeTrue();
        spine.Operator(2).IsBusy.Should().BeFalse();
        Ask((at, call) => new Event.ConsultAsked(at, call, TransferKind.Agent, "op3")).Run(3);
        Ask((at, call) => new Event.ConsultCompleted(at, call)).Run(1);
        caller.IsTalking.Should().BeTrue();
        spine.Operator(3).IsTalking.Should().BeTrue();
        spine.Operator(1).IsBusy.Should().BeFalse();
        caller.HangsUp();
        Over(CallResult.Answered).Agent.Should().Be("op3");
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(1.02)]
    [InlineData(1.1)]
    [InlineData(3)]
    public void A_caller_may_hang_up_at_any_moment_of_a_consultation(double after)
    {
        var caller = Talking();
        Ask((at, call) => new Event.ConsultAsked(at, call, TransferKind.Agent, "op2")).Run(after);
        caller.HangsUp();
        Over(CallResult.Answered);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(1.02)]
    [InlineData(3)]
    public void An_operator_who_hangs_up_at_any_moment_of_a_consultation_loses_no_caller(double after)
    {
        var caller = Talking();
        Ask((at, call) => new Event.ConsultAsked(at, call, TransferKind.Agent, "op2")).Run(after);
        spine.Operator(1).HangsUp();
        spine.Run(10);
        caller.IsTalking.Should().BeTrue();
        caller.HangsUp();
        Over(CallResult.Answered);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void A_service_that_dies_in_a_consultation_loses_no_caller(double after)
    {
        var caller = Talking();
        Ask((at, call) => new Event.ConsultAsked(at, call, TransferKind.Agent, "op2")).Run(after);
        spine.Kill().Run(10);
        caller.IsOver.Should().BeFalse();
        spine.Live().Run(20);
        caller.IsTalking.Should().BeTrue();
        caller.HangsUp();
        Over(CallResult.Answered);
    }

    [Fact]
    public void A_supervisor_listens_and_takes_over()
    {
        var caller = Talking();
        Ask((at, call) => new Event.ListenAsked(at, call, "op3", ListenMode.Barge)).Run(3);
        spine.Operator(3).IsBusy.Should().BeTrue();
        caller.IsTalking.Should().BeTrue();
        Ask((at, call) => new Event.TakeOverAsked(at, call, "op2")).Run(3);
        spine.Operator(2).IsTalking.Should().BeTrue();
        spine.Operator(1).IsBusy.Should().BeFalse();
        spine.Operator(3).IsBusy.Should().BeFalse("what was listened to is over");
        caller.HangsUp();
        Over(CallResult.Answered).Agent.Should().Be("op2");
    }

    [Fact]
    public void FreeSwitch_says_of_each_party_whether_it_lives()
    {
        var caller = Talking();
        CallRef[] parties = [spine.Center.Current.Callers.Keys.Single(), spine.Center.Current.Legs.Keys.Single()];
        parties.Select(Lives).Should().Equal(true, true);
        caller.HangsUp();
        Over(CallResult.Answered);
        parties.Select(Lives).Should().Equal(false, false);

        bool? Lives(CallRef party)
        {
            bool? lives = null;
            using var asked = spine.Switch.Lives(party).Subscribe(answer => lives = answer);
            spine.Run(1);
            return lives;
        }
    }

    [Fact]
    public void FreeSwitch_says_of_two_who_live_whether_they_are_joined()
    {
        var caller = Talking();
        var (call, leg) = (spine.Center.Current.Callers.Keys.Single(), spine.Center.Current.Legs.Keys.Single());
        AreJoined().Should().BeTrue();
        Ask((at, held) => new Event.HoldAsked(at, held)).Run(2);
        AreJoined().Should().BeFalse();
        Ask((at, held) => new Event.ResumeAsked(at, held)).Run(2);
        AreJoined().Should().BeTrue();
        caller.HangsUp();
        Over(CallResult.Answered);
        AreJoined().Should().BeNull("nobody is there to be asked after");

        bool? AreJoined()
        {
            bool? joined = null;
            using var asked = spine.Switch.AreJoined(call, leg).Subscribe(answer => joined = answer);
            spine.Run(1);
            return joined;
        }
    }

    SimulatedCaller Talking()
    {
        var caller = spine.Caller(1);
        spine.Run(5);
        caller.IsTalking.Should().BeTrue();
        spine.Operator(1).IsTalking.Should().BeTrue();
        return caller;
    }

    Spine Ask(Func<DateTimeOffset, CallRef, Event> command)
    {
        var call = spine.Center.Current.Callers.Keys.Single();
        var asked = command(spine.Clock.Now, call);
        TalkCommand.Refusal(spine.Center.Current, (Event.ITalkCommand)asked).Should().BeNull();
        spine.Center.Post(asked);
        return spine;
    }

    /// <summary>Nothing is left of it anywhere.</summary>
    HistoryEntry Over(CallResult result)
    {
        spine.Run(30);
        spine.FreeSwitch.CallCount.Should().Be(0);
        spine.Center.Current.Callers.Should().BeEmpty();
        spine.Center.Current.Offers.Should().BeEmpty();
        spine.Center.Current.Guests.Should().BeEmpty();
        spine.Center.Current.Legs.Should().BeEmpty();
        var entry = spine.History.Should().ContainSingle(entry => entry.Direction != CallDirection.Consultation).Subject;
        entry.Result.Should().Be(result);
        return entry;
    }
}
