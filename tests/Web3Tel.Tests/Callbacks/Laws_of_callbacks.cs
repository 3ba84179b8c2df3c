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
        laws.CustomersHaveTheirTurn(desk.State, "sales", "anna", PlaceOf(desk, "first"));
        laws.Violations.Should().BeEmpty();
        laws.CustomersHaveTheirTurn(desk.State, "sales", "anna", PlaceOf(desk, "last"));
        laws.Violations.Should().HaveCount(1);
    }

    [Fact]
    public void An_agent_who_is_kept_free_for_one_who_is_not_the_first_is_found()
    {
        var desk = CallbackDesk.Open(CallbackOrder.CustomerFirst).Joins("first").Joins("last");
        var state = desk.State with { Agents = CallbackDesk.Open(CallbackOrder.CustomerFirst, "anna").State.Agents };
        laws.FirstIsCalledFirst(state, "sales", "anna", PlaceOf(desk, "first"));
        laws.Violations.Should().BeEmpty();
        laws.FirstIsCalledFirst(state, "sales", "anna", PlaceOf(desk, "last"));
        laws.Violations.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(CallbackRest.OutsideHours)]
    [InlineData(CallbackRest.Pause)]
    [InlineData(CallbackRest.OnTheLine)]
    public void A_rest_without_a_reason_and_none_where_there_is_one_are_found(CallbackRest? rest)
    {
        var open = new CallingHours("UTC") { Week = [.. Enum.GetValues<DayOfWeek>().Select(day => new CallingPeriod(day, TimeOnly.MinValue, TimeOnly.MinValue))] };
        var desk = CallbackDesk.Open(CallbackDesk.Usual with { Hours = rest is null ? open with { Week = [open.Week[0] with { Day = DayOfWeek.Sunday }] } : open }).Wishes();
        laws.RestsHaveAReason(CallCenter.Empty, desk.State, desk.Now);
        laws.Violations.Should().BeEmpty();
        var caller = desk.Request();
        var wrong = caller with { Callback = caller.Callback! with { Rest = rest, NotBefore = rest is null ? null : desk.Now.AddMinutes(1) } };
        laws.RestsHaveAReason(desk.State, desk.State with { Callers = desk.State.Callers.SetItem(caller.Call, wrong) }, desk.Now);
        laws.Violations.Should().HaveCount(1);
    }

    static Place PlaceOf(Desk desk, string caller) => desk.State.Queues["sales"].Line.Single(place => place.Call == Desk.Call(caller));
}
