using System.Collections.Immutable;
using System.Globalization;
using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class The_reception
{
    static readonly string Joined = Desk.Opening.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    readonly RunningCenter _center = new();

    [Fact]
    public void Answers_greets_and_queues_and_leaves_the_place_on_the_call_itself()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        call.Log.Should().Equal("answer", "play hello.wav", $"set web3tel_joined={Joined} web3tel_queue=sales", "music moh");
    }

    [Fact]
    public void Does_not_queue_a_caller_before_the_greeting_is_over()
    {
        var call = new ScriptedCall("caller");
        var greeting = call.Hold<CallCommand.Play>();
        _center.Arrives(call);
        StateOf("caller").Should().BeOfType<CallerState.Arrived>();
        greeting.OnNext(Reply.Done);
        StateOf("caller").Should().BeOfType<CallerState.Waiting>();
    }

    [Fact]
    public void Goes_on_without_a_greeting_that_cannot_be_played()
    {
        var call = new ScriptedCall("caller");
        var greeting = call.Hold<CallCommand.Play>();
        _center.Arrives(call);
        greeting.OnNext(new Reply(ReplyOutcome.Refused, "FILE NOT FOUND"));
        StateOf("caller").Should().BeOfType<CallerState.Waiting>();
    }

    [Fact]
    public void Lets_the_bridge_end_the_music_and_never_waits_for_it()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        call.Hold<CallCommand.Bridge>();
        _center.AnnaComes();
        call.Log.Clear();
        var leg = _center.Switch.Answer("user/anna");
        call.Log.Should().Equal($"bridge {leg.Info.Ref.Id}");
    }

    [Fact]
    public void Plays_the_music_again_when_the_bridge_fails()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        var bridge = call.Hold<CallCommand.Bridge>();
        _center.AnnaComes();
        _center.Switch.Answer("user/anna");
        call.Log.Clear();
        bridge.OnNext(new Reply(ReplyOutcome.Refused));
        call.Log.Should().Equal("silence", $"set web3tel_joined={Joined} web3tel_queue=sales", "music moh");
    }

    [Fact]
    public void Does_not_greet_a_caller_who_comes_back_to_the_queue()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        call.Happening.OnNext(new CallEvent.Lost(Desk.Opening, "The connection broke."));
        call.Log.Should().EndWith("silence");
        var again = _center.Arrives(new ScriptedCall("caller"));
        again.Log.Should().Equal("answer", $"set web3tel_joined={Joined} web3tel_queue=sales", "music moh");
        _center.Center.Current.Ignored.Should().Be(0);
    }

    [Fact]
    public void Believes_a_call_that_remembers_its_place_when_the_journal_is_lost()
    {
        _center.Arrives(new ScriptedCall("new here"));
        var earlier = Desk.Opening.AddMinutes(-3);
        var memory = ImmutableDictionary<string, string>.Empty
            .Add(CallVariables.Queue, "sales")
            .Add(CallVariables.Joined, earlier.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        var call = _center.Arrives(new ScriptedCall("back", memory));
        call.Log.Should().StartWith("answer").And.NotContain("play hello.wav");
        _center.Center.Current.PositionOf(call.Info.Ref).Should().Be(1);
    }

    [Fact]
    public void Corrects_a_call_that_remembers_a_place_which_the_call_center_does_not_know_of()
    {
        _center.Arrives(new ScriptedCall("caller"));
        var memory = ImmutableDictionary<string, string>.Empty.Add(CallVariables.Queue, "sales").Add(CallVariables.Joined, Joined).Add(CallVariables.Place, "1");
        _center.Arrives(new ScriptedCall("caller", memory)).Log.Should().Contain($"set web3tel_joined={Joined} web3tel_place={Joined} web3tel_queue=sales");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-5")]
    [InlineData("99999999999999999")]
    public void Does_not_believe_a_time_of_joining_that_is_none(string joined)
    {
        var memory = ImmutableDictionary<string, string>.Empty.Add(CallVariables.Queue, "gone").Add(CallVariables.Joined, joined);
        var call = _center.Arrives(new ScriptedCall("odd", memory));
        _center.Center.Current.Callers[call.Info.Ref].Joined.Should().Be(Desk.Opening);
    }

    [Fact]
    public void Ends_with_the_call()
    {
        var call = new ScriptedCall("caller");
        var greeting = call.Hold<CallCommand.Play>();
        _center.Arrives(call);
        call.Happening.OnNext(new CallEvent.HungUp(Desk.Opening, HangupCause.NormalClearing, HungUpBy.Party));
        greeting.HasObservers.Should().BeFalse();
        _center.History.Puts.Should().ContainSingle();
    }

    [Fact]
    public void Hangs_up_the_caller_when_the_agent_has_hung_up()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        _center.AnnaComes();
        var leg = _center.Switch.Answer("user/anna");
        leg.Happening.OnNext(new CallEvent.HungUp(Desk.Opening, HangupCause.NormalClearing, HungUpBy.Party));
        call.Log.Should().Contain("hang up NORMAL_CLEARING");
    }

    CallerState StateOf(string caller) => _center.Center.Current.Callers[Desk.Call(caller)].State;
}
