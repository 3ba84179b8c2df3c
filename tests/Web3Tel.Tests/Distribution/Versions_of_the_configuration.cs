using FluentAssertions;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Versions_of_the_configuration
{
    static readonly Configuration Two = new()
    {
        Version = 1,
        By = "settings",
        Queues = [Desk.Sales, new() { Name = "service" }],
        Agents = [],
    };

    [Fact]
    public void Each_but_the_first_is_in_the_audit_trail_once()
    {
        var desk = new Desk(Two);
        desk.Do(new Event.Configured(desk.Now, Two));
        desk.Do(new Event.Configured(desk.Now, Two with { Version = 2, By = "olga" }));
        desk.Do(new Event.Configured(desk.Now, Two with { Version = 2, By = "olga" }));
        desk.Do(new Event.Configured(desk.Now, Two with { Version = 3, By = "olga", LostAfter = TimeSpan.FromSeconds(-1) }));

        desk.State.Audit.Values.Select(record => (record.By, record.Act, record.Detail)).Should().Equal(("olga", AuditedAct.Configure, "2"));
        desk.State.Configuration.Version.Should().Be(2, "what is refused is no version");
    }

    [Fact]
    public void Journal_and_snapshot_know_it()
    {
        var desk = new Desk(Two);

        var state = Snapshot.Of(desk.State).Restore();

        (state.Configuration.Version, state.Configuration.By).Should().Be((1, "settings"));
    }

    [Fact]
    public void Callers_of_a_queue_that_is_no_more_go_to_the_first_one_by_the_time_waited()
    {
        var desk = new Desk(Two).Joins("a", "service").Pass(1).Joins("b", "sales").Pass(1).Joins("c", "service");

        desk.Do(new Event.Configured(desk.Now, Two with { Queues = [Desk.Sales] }));

        Waiting(desk, "sales").Should().Equal("a", "b", "c");
        desk.State.Queues.Keys.Should().Equal("sales");
        desk.State.Callers[Desk.Call("a")].Journey.Select(step => (step.What, step.Detail)).Should()
            .ContainInOrder((JourneyEvent.Overflowed, "service: The queue is no more."), (JourneyEvent.Joined, "sales"));
    }

    [Fact]
    public void They_follow_the_queues_own_way_out_where_it_leads_to_a_queue()
    {
        var three = Two with { Queues = [Desk.Sales, new() { Name = "service", OverflowTo = "spare" }, new() { Name = "spare" }] };
        var desk = new Desk(three).Joins("a", "service");

        desk.Do(new Event.Configured(desk.Now, three with { Queues = [Desk.Sales, new() { Name = "spare", MaxLength = 1 }] }));

        Waiting(desk, "spare").Should().Equal("a");
    }

    [Fact]
    public void No_limit_keeps_them_out_of_it()
    {
        var desk = new Desk(Two).Joins("a", "service").Joins("b", "service").Joins("c");

        desk.Do(new Event.Configured(desk.Now, Two with { Queues = [Desk.Sales with { MaxLength = 1, RefuseWhenEmpty = true }] }));

        Waiting(desk, "sales").Should().Equal("a", "b", "c");
    }

    [Fact]
    public void A_caller_for_whom_a_phone_rings_goes_on_when_nobody_answers()
    {
        var both = Two with { Agents = [Desk.Serving("anna", "service")] };
        var desk = new Desk(both).Joins("a", "service");
        desk.CallerOf("anna").Should().Be("a");

        desk.Do(new Event.Configured(desk.Now, Two with { Queues = [Desk.Sales], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")] }));
        desk.Fails("anna", OfferOutcome.NoAnswer);

        desk.CallerOf("boris").Should().Be("a");
        desk.State.Callers[Desk.Call("a")].Queue.Should().Be("sales");
    }

    static IEnumerable<string> Waiting(Desk desk, string queue) => desk.State.Queues[queue].Line.Select(place => place.Call.Id);
}
