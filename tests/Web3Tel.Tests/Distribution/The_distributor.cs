using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution.World;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class The_distributor
{
    [Fact]
    public void Rings_the_next_agent_in_the_very_call_that_says_an_agent_is_free()
    {
        var center = new RunningCenter();
        center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        center.Switch.Ringing.Should().ContainKey("user/anna");
    }

    [Fact]
    public void Stops_ringing_when_the_caller_is_gone()
    {
        var center = new RunningCenter();
        var call = center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        call.Happening.OnNext(new CallEvent.HungUp(Desk.Opening, HangupCause.OriginatorCancel, HungUpBy.Party));
        center.Switch.Ringing.Should().BeEmpty();
    }

    [Fact]
    public void Makes_an_event_of_an_effect_that_fails()
    {
        var center = new RunningCenter();
        center.Switch.OnOriginate = _ => throw new InvalidOperationException("no such gateway");
        center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        center.Journal.Entries.Select(entry => entry.Event).OfType<Event.OfferFailed>().Single().Detail.Should().Be("no such gateway");
        center.Center.Current.Agents["anna"].State.Should().BeOfType<AgentState.Resting>();
        center.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("CALL_REJECTED", OfferOutcome.Rejected)]
    [InlineData("USER_BUSY", OfferOutcome.Busy)]
    [InlineData("NO_ANSWER", OfferOutcome.NoAnswer)]
    [InlineData("USER_NOT_REGISTERED", OfferOutcome.Unreachable)]
    [InlineData("SUBSCRIBER_ABSENT", OfferOutcome.Unreachable)]
    [InlineData("NO_ROUTE_DESTINATION", OfferOutcome.Unreachable)]
    [InlineData("CHAN_NOT_IMPLEMENTED", OfferOutcome.Unreachable)]
    [InlineData("NETWORK_OUT_OF_ORDER", OfferOutcome.LostSight)]
    public void Understands_why_a_phone_was_not_answered(string cause, OfferOutcome outcome)
    {
        var center = new RunningCenter();
        center.Switch.OnOriginate = _ => Observable.Throw<ICall>(new DialFailedException(new HangupCause(cause)));
        center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        center.Journal.Entries.Select(entry => entry.Event).OfType<Event.OfferFailed>().Single().Outcome.Should().Be(outcome);
    }

    [Fact]
    public void Hangs_up_an_agent_who_answers_an_offer_just_withdrawn()
    {
        var center = new RunningCenter();
        var leg = new ScriptedCall("late leg");
        var call = center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        var phone = center.Switch.Ringing["user/anna"].Observer;
        // The answer comes after the decision to stop the ringing, and before that is carried out.
        center.Journal.Appended = entry =>
        {
            if (entry.Event is Event.CallEnded)
            {
                phone.OnNext(leg);
            }
        };
        call.Happening.OnNext(new CallEvent.HungUp(Desk.Opening, HangupCause.NormalClearing, HungUpBy.Party));
        leg.Log.Should().Equal("hang up ORIGINATOR_CANCEL");
        center.Center.Current.Agents["anna"].State.Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void Tells_an_agent_who_answers_just_after_another_that_somebody_else_did()
    {
        var center = new RunningCenter(null, Desk.Sales with { Strategy = Strategy.RingAll });
        center.Center.Post(new Event.Configured(center.Center.Now, new Configuration
        {
            Queues = [Desk.Sales with { Strategy = Strategy.RingAll }],
            Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")],
        }));
        center.AnnaComes();
        center.Arrives(new ScriptedCall("caller"));
        var late = new ScriptedCall("late leg");
        var dial = center.Switch.Ringing["user/boris"].Dial;
        var phone = center.Switch.Ringing["user/boris"].Observer;
        center.Journal.Appended = entry =>
        {
            if (entry.Event is Event.OfferAnswered)
            {
                phone.OnNext(late);
            }
        };
        dial.StoppedWith().Should().Be(HangupCause.OriginatorCancel);
        center.Switch.Answer("user/anna");
        late.Log.Should().Equal("hang up LOSE_RACE");
        dial.StoppedWith().Should().Be(HangupCause.LoseRace);
        center.Switch.Ringing.Should().BeEmpty();
        center.Center.Current.Agents["boris"].State.Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_subscriber_who_throws_harms_nobody_and_is_heard_of()
    {
        var center = new RunningCenter();
        center.Center.States.Skip(1).Subscribe(_ => throw new InvalidOperationException("my page is broken"));
        center.Arrives(new ScriptedCall("caller"));
        center.Faults.Should().ContainSingle().Which.Message.Should().Be("my page is broken");
        center.Center.Current.PositionOf(Desk.Call("caller")).Should().Be(1);
    }

    [Fact]
    public void What_an_earlier_connection_says_of_a_call_that_has_come_back_is_not_believed()
    {
        var center = new RunningCenter();
        var earlier = center.Arrives(new ScriptedCall("caller"));
        center.Arrives(new ScriptedCall("caller"));
        earlier.Happening.OnNext(new CallEvent.Lost(Desk.Opening, "The connection broke."));
        center.Center.Current.Callers[Desk.Call("caller")].Away.Should().BeNull();
    }

    [Fact]
    public void Wakes_the_engine_at_the_time_it_asked_for()
    {
        var center = new RunningCenter();
        center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        center.Clock.AdvanceBy(Desk.Sales.RingTime + TimeSpan.FromSeconds(10));
        center.Switch.Ringing.Should().BeEmpty();
        center.Center.Current.Agents["anna"].State.Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void Follows_conversations_it_finds_again()
    {
        var first = new RunningCenter();
        first.Arrives(new ScriptedCall("caller"));
        first.AnnaComes();
        var leg = first.Switch.Answer("user/anna").Info.Ref;
        var @switch = new ScriptedSwitch();
        using var second = new Distributor(@switch, new MemoryJournal(), first.History, first.Clock);
        second.Start(Snapshot.Of(first.Center.Current).Restore(), Guid.NewGuid(), first.Center.Current.Configuration, _ => Observable.Never<Unit>());
        @switch.States.OnNext(new NodeState.Up("fs1", [Desk.Live(leg, Desk.Call("caller")), Desk.Live(Desk.Call("caller"), leg)]));
        @switch.Attached[leg].Happening.OnNext(new CallEvent.HungUp(Desk.Opening, HangupCause.NormalClearing, HungUpBy.Party));
        @switch.Attached[Desk.Call("caller")].Log.Should().Equal("hang up NORMAL_CLEARING");
    }

    [Fact]
    public void Starts_once()
    {
        var center = new RunningCenter().Center;
        var again = () => center.Start(CallCenter.Empty, Guid.Empty, new Configuration(), _ => Observable.Never<Unit>());
        again.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Does_nothing_more_when_it_is_disposed()
    {
        var center = new RunningCenter();
        center.Center.Dispose();
        var entries = center.Journal.Entries.Count;
        center.AnnaComes();
        center.Arrives(new ScriptedCall("caller")).Log.Should().BeEmpty();
        center.Journal.Entries.Should().HaveCount(entries);
    }

    [Fact]
    public void Takes_events_from_many_threads_one_after_another_and_loses_none()
    {
        const int Threads = 4;
        const int Each = 5_000;
        var journal = new MemoryJournal();
        using var center = new Distributor(new ScriptedSwitch(), journal, new MemoryHistory(), DefaultScheduler.Instance);
        center.Start(CallCenter.Empty, Guid.Empty, new Configuration(), _ => Observable.Never<Unit>());
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var n = 0; n < Each; n++)
            {
                center.Post(new Event.AgentSignedIn(Desk.Opening, "nobody"));
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        journal.Entries.Select(entry => entry.Number).Should().Equal(Enumerable.Range(1, (Threads * Each) + 2).Select(n => (long)n));
    }
}
