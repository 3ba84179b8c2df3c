using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Expected_waits
{
    static readonly QueueSettings Sales = Desk.Sales with { WrapUp = 10.Seconds(), RingTime = 300.Seconds() };

    [Fact]
    public void Cannot_be_told_before_a_call_was_handled_or_with_nobody_at_work()
    {
        var desk = Open("anna").Joins("a").Talks("anna").Joins("b");
        Wait(desk, "b").Should().BeNull("no call has been handled");
        desk.Pass(50).HangsUp("a").Pass(10).Talks("anna").Joins("c");
        Wait(desk, "c").Should().BeCloseTo(60.Seconds(), 10.Milliseconds());
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna"));
        Wait(desk, "c").Should().BeNull("she leaves after this call, and nobody is left");
    }

    [Fact]
    public void Grow_with_the_place_and_shrink_with_the_agents_at_work()
    {
        var desk = Handled(50, "anna", "boris").Joins("a").Joins("b").Talks("anna").Talks("boris").Joins("c").Joins("d");
        (Wait(desk, "c"), Wait(desk, "d")).Should().Be((30.Seconds(), 60.Seconds()));
        desk.Do(new Event.AgentSignedOut(desk.Now, "boris"));
        (Wait(desk, "c"), Wait(desk, "d")).Should().Be((60.Seconds(), 120.Seconds()));
        desk.HangsUp("c");
        Wait(desk, "d").Should().Be(60.Seconds());
    }

    [Fact]
    public void Are_nothing_for_whom_an_agent_is_ready() =>
        Handled(50, "anna", "boris").State.Queues["sales"].WaitAt(2).Should().Be(TimeSpan.Zero);

    [Fact]
    public void Follow_the_latest_conversations_more_than_those_of_the_past()
    {
        var desk = Handled(50, "anna");
        for (var call = 0; call < 60; call++)
        {
            Handle(desk, 290, $"long{call}");
        }

        desk.State.Queues["sales"].Pace.HandlingSeconds.Should().BeInRange(290, 300);
    }

    [Fact]
    public void Are_compared_with_what_became_of_them()
    {
        var desk = Handled(50, "anna");
        desk.State.Queues["sales"].Pace.Should().Match<Pace>(pace => pace.Foretold == 1 && pace.ErrorSeconds == 0, "she was ready, as foretold");

        // A minute is foretold, and a hundred seconds come of it.
        desk.Joins("a").Talks("anna").Joins("b").Pass(90).HangsUp("a").Pass(10).Talks("anna");
        desk.State.Queues["sales"].Pace.Foretold.Should().Be(3);
        desk.State.Queues["sales"].Pace.ErrorSeconds.Should().BeApproximately(40.0 / 3, 0.001);
    }

    [Fact]
    public void Of_who_hung_up_tell_nothing_about_the_error() =>
        Handled(50, "anna").Joins("a").Talks("anna").Joins("b").Pass(5).HangsUp("b").State.Queues["sales"].Pace.Foretold.Should().Be(2, "the first and a had an agent");

    [Fact]
    public void Are_the_same_after_a_restart()
    {
        var desk = Handled(50, "anna", "boris").Joins("a").Talks("boris").Joins("b").Joins("c");
        var restored = OnDisk.Restored(desk.State);
        var (lived, read) = (desk.State.Queues["sales"], restored.Queues["sales"]);
        read.Pace.Should().Be(lived.Pace);
        read.AtWork.Should().Equal(lived.AtWork).And.Equal("anna", "boris");
        restored.ExpectedWaitOf(Desk.Call("c")).Should().Be(desk.State.ExpectedWaitOf(Desk.Call("c")));
        restored.Callers[Desk.Call("c")].Foretold.Should().Be(desk.Caller("c").Foretold);
    }

    static TimeSpan? Wait(Desk desk, string caller) => desk.State.ExpectedWaitOf(Desk.Call(caller));

    static Desk Open(params string[] agents) => new(Sales, [.. agents.Select(agent => Desk.Serving(agent, "sales"))]);

    /// <summary>One call has been handled, in so many seconds and ten of wrap-up.</summary>
    static Desk Handled(double seconds, params string[] agents) => Handle(Open(agents), seconds, "before");

    static Desk Handle(Desk desk, double seconds, string caller)
    {
        desk.Joins(caller);
        var agent = desk.State.Offers.Values.Single(offer => offer.Call == Desk.Call(caller)).Agent;
        return desk.Talks(agent).Pass(seconds).HangsUp(caller).Pass(10);
    }
}
