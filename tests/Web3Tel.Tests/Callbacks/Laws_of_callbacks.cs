using System.Reactive.Concurrency;
using FluentAssertions;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>Each law of the random world about callbacks is kept by the engine, and breaks where it should.</summary>
public sealed class Laws_of_callbacks
{
    readonly Laws laws = new(new Exchange(new HistoricalScheduler(Desk.Opening), new Habits(new Random(1)), Faults.None));

    [Fact]
    public void A_promise_that_leads_to_nothing_is_found()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Wishes();
        var id = desk.Request().Call;
        desk.Do(new Event.CallbackCancelled(desk.Now, id, CallbackEnd.Cancelled));
        laws.EachPromiseIsKept([id.Id], [.. desk.History]);
        laws.Violations.Should().BeEmpty();
        laws.EachPromiseIsKept([id.Id], []);
        laws.EachPromiseIsKept([id.Id], [.. desk.History.Select(entry => entry with { Callback = null, Result = CallResult.Abandoned })]);
        laws.Violations.Should().HaveCount(2);
    }

    [Fact]
    public void Two_callbacks_of_one_number_and_one_that_nobody_knows_of_are_found()
    {
        var state = CallbackDesk.Open(CallbackOrder.AgentFirst).Wishes("5550001").Wishes("5550002").State;
        laws.CallbacksAreKnown(state);
        laws.Violations.Should().BeEmpty();
        laws.CallbacksAreKnown(state with { Callbacks = state.Callbacks.Remove("sales/5550001") });
        laws.Violations.Should().HaveCount(1);
        var twice = state.Callers.Values.Select(caller => caller with { Number = "5550001" }).ToDictionary(caller => caller.Call);
        laws.CallbacksAreKnown(state with { Callers = state.Callers.SetItems(twice) });
        laws.Violations.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(CallbackOrder.AgentFirst)]
    [InlineData(CallbackOrder.CustomerFirst)]
    public void A_customer_who_is_called_for_no_agent_and_an_agent_who_waits_for_none_are_found(CallbackOrder order)
    {
        var desk = CallbackDesk.Open(order, "anna").Wishes();
        var state = (order == CallbackOrder.AgentFirst ? desk.Answers("anna") : desk).State;
        laws.NoMoreAreCalledThanAgentsWait(state);
        laws.Violations.Should().BeEmpty();
        laws.NoMoreAreCalledThanAgentsWait(state with { Offers = state.Offers.Clear() });
        laws.NoMoreAreCalledThanAgentsWait(state with { Guests = state.Guests.Clear() });
        laws.Violations.Should().HaveCount(2);
    }

    [Fact]
    public void One_who_came_later_and_is_served_before_the_customer_is_found()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Joins("first").Wishes().Joins("last");
        laws.CustomersHaveTheirTurn(desk.State, "sales", "anna", PlaceOf("first"));
        laws.Violations.Should().BeEmpty();
        laws.CustomersHaveTheirTurn(desk.State, "sales", "anna", PlaceOf("last"));
        laws.Violations.Should().HaveCount(1);

        Place PlaceOf(string caller) => desk.State.Queues["sales"].Line.Single(place => place.Call == Desk.Call(caller));
    }
}
