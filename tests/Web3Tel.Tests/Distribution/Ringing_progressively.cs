using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;
using static Web3Tel.Tests.Distribution.Ringing_all;

namespace Web3Tel.Tests.Distribution;

public sealed class Ringing_progressively
{
    static readonly QueueSettings Progressive = Desk.Sales with { Strategy = Strategy.RingProgressively, RingTime = TimeSpan.FromMinutes(2) };

    [Fact]
    public void One_phone_rings_at_first_and_every_ten_seconds_one_more_by_position()
    {
        var desk = new Desk(Progressive, At("anna", 1, position: 3), At("boris", 1, position: 1), At("vera", 1, position: 2)).Joins("caller");
        Ringing(desk).Should().Equal("boris");
        desk.Pass(9.999);
        Ringing(desk).Should().Equal("boris");
        desk.Pass(0.001);
        Ringing(desk).Should().Equal("boris", "vera");
        desk.Pass(10);
        Ringing(desk).Should().Equal("boris", "vera", "anna");
        desk.Answers("vera").CallerOf("vera").Should().Be("caller");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(2).And.OnlyContain(withdraw => withdraw.AnsweredElsewhere);
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
    }

    [Fact]
    public void As_many_begin_and_as_many_follow_as_often_as_the_queue_says()
    {
        var desk = Open(Progressive with { RingFirst = 2, RingMore = 3, RingStep = TimeSpan.FromSeconds(5) }, [.. Enumerable.Range(1, 9).Select(n => $"agent{n}")]);
        desk.Joins("caller");
        Ringing(desk).Should().HaveCount(2);
        desk.Pass(5);
        Ringing(desk).Should().HaveCount(5);
        desk.Pass(5);
        Ringing(desk).Should().HaveCount(8);
        desk.Pass(5);
        Ringing(desk).Should().HaveCount(9);
    }

    [Fact]
    public void When_all_at_work_may_ring_nobody_is_woken_for_more()
    {
        var desk = Open(Progressive, "anna", "boris").Joins("caller").Pass(10);
        desk.State.WakeAt.Should().Be(Desk.Opening + TimeSpan.FromSeconds(130) + TimeSpan.FromMilliseconds(1), "only the ringing itself ends");
        desk.Caller("caller").Reach.Should().Be(new Reach(int.MaxValue, null));
    }

    [Fact]
    public void Who_rejects_is_replaced_at_once()
    {
        var desk = Open(Progressive, Five).Joins("caller").Pass(10);
        Ringing(desk).Should().Equal("anna", "boris");
        desk.Fails("boris", OfferOutcome.Rejected);
        Ringing(desk).Should().Equal("anna", "galya");
        desk.Fails("anna", OfferOutcome.Rejected);
        Ringing(desk).Should().Equal("galya", "vera");
    }

    [Fact]
    public void The_next_level_rings_when_all_of_the_one_before_do()
    {
        var desk = new Desk(Progressive, At("anna", 2), At("boris", 1), At("vera", 1)).Joins("caller").Pass(10);
        Ringing(desk).Should().Equal("boris", "vera");
        desk.Pass(10);
        Ringing(desk).Should().Equal("boris", "vera", "anna");
    }

    [Fact]
    public void Each_of_those_behind_has_a_phone_and_more_ring_for_the_first_alone()
    {
        var desk = Open(Progressive, Five).Joins("first").Pass(3).Joins("second");
        Ringing(desk).Should().HaveCount(2);
        desk.Pass(7);
        (desk.State.PhonesFor(Desk.Call("first")), desk.State.PhonesFor(Desk.Call("second"))).Should().Be((2, 1));
    }

    [Fact]
    public void The_phones_that_ring_go_on_for_the_next_and_more_follow_by_the_time_they_have_rung_for_that_caller()
    {
        var desk = Open(Progressive, [.. Five, "zoya"]).Joins("first").Pass(20).Joins("second");
        Ringing(desk).Should().HaveCount(4, "the second has one of those that rang, and the first has three again");
        desk.Pass(1).Talks("anna").CallerOf("anna").Should().Be("first");
        Ringing(desk).Should().HaveCount(3);
        desk.Pass(20);
        Ringing(desk).Should().HaveCount(3);
        desk.Pass(10);
        Ringing(desk).Should().HaveCount(4);
    }

    [Fact]
    public void The_caller_hangs_up_and_nothing_is_left_to_wake_for()
    {
        var desk = Open(Progressive, Five).Joins("caller").Pass(15).HangsUp("caller");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(2);
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void Who_becomes_free_rings_when_the_time_has_come_and_not_before()
    {
        var desk = Open(Progressive, "anna", "boris");
        desk.Do(new Event.AgentSignedOut(desk.Now, "boris")).Joins("caller").Pass(5).Do(new Event.AgentSignedIn(desk.Now, "boris"));
        Ringing(desk).Should().Equal("anna");
        desk.Pass(5);
        Ringing(desk).Should().Equal("anna", "boris");
    }

    [Fact]
    public void A_restart_begins_anew_with_one()
    {
        var desk = Open(Progressive, Five).Joins("caller").Pass(30);
        Ringing(desk).Should().HaveCount(4);
        desk.Restart().Survey(Desk.Live(Desk.Call("caller"))).Arrives("caller");
        Ringing(desk).Should().Equal("anna");
        desk.Pass(10);
        Ringing(desk).Should().Equal("anna", "boris");
    }

    [Fact]
    public void The_longest_wait_ends_at_the_same_moment_as_a_step_begins()
    {
        var desk = Open(Progressive with { MaxWait = TimeSpan.FromSeconds(10) }, Five).Joins("caller").Pass(10);
        Ringing(desk).Should().BeEmpty();
        desk.Caller("caller").State.Should().BeOfType<CallerState.Leaving>();
    }

    [Fact]
    public void From_ring_all_the_phones_ring_on_and_to_ring_all_the_others_join()
    {
        var desk = Open(Five).Joins("caller");
        Configure(desk, Progressive);
        Ringing(desk).Should().Equal(Five);
        desk.Caller("caller").Reach.Should().Be(new Reach(1, desk.Now + TimeSpan.FromSeconds(10)));
        var other = Open(Progressive, Five).Joins("caller");
        Ringing(other).Should().Equal("anna");
        Configure(other, RingAll);
        Ringing(other).Should().Equal(Five);
        other.Caller("caller").Reach.Should().BeNull();
    }

    [Fact]
    public void From_another_strategy_the_time_counts_from_the_change()
    {
        var desk = Open(Desk.Sales with { RingTime = TimeSpan.FromMinutes(2) }, Five).Joins("caller").Pass(30);
        Configure(desk, Progressive);
        Ringing(desk).Should().Equal("anna");
        desk.Pass(10);
        Ringing(desk).Should().Equal("anna", "boris");
        Configure(desk, Desk.Sales);
        Ringing(desk).Should().Equal("anna");
        desk.Caller("caller").Reach.Should().BeNull();
    }

    [Fact]
    public void Wrong_numbers_are_told_with_all_their_errors()
    {
        new Configuration { Queues = [Progressive with { RingFirst = -1, RingMore = -2, RingStep = TimeSpan.FromSeconds(-3) }] }.Problems().Should().Equal(
            "Queue 'sales': RingFirst is -1: at least 1 phone must ring.",
            "Queue 'sales': RingMore is -2: at least 1 phone must ring.",
            "Queue 'sales': RingStep is -00:00:03: it must be between 00:00:01 and 1.00:00:00.");
    }

    static void Configure(Desk desk, QueueSettings queue) =>
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Queues = [queue] }));
}
