using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Leaving_a_queue
{
    static readonly NextStep ToService = new NextStep.Queue("service");

    [Fact]
    public void Each_limit_leads_where_it_says_and_else_where_all_of_them_lead()
    {
        var sales = Desk.Sales with { MaxLength = 1, MaxWait = 60.Seconds(), WhenFull = new NextStep.HangUp("full.wav"), OverflowTo = "service" };
        var desk = Open(sales).Joins("a").Joins("b");
        desk.Effects.OfType<Effect.HangUp>().Should().Equal(new Effect.HangUp(Desk.Call("b"), HangupCause.NormalClearing, "full.wav"));
        desk.Pass(60).Caller("a").Queue.Should().Be("service");
    }

    [Fact]
    public void The_longest_wait_leads_to_a_message_and_the_end_where_it_says_so()
    {
        var sales = Desk.Sales with { MaxWait = 60.Seconds(), WhenTooLong = new NextStep.HangUp("late.wav"), OverflowTo = "service" };
        Open(sales).Joins("a").Pass(60).Effects.Should().Contain(new Effect.HangUp(Desk.Call("a"), HangupCause.NormalClearing, "late.wav"));
    }

    [Fact]
    public void Nobody_joins_a_queue_where_nobody_is_at_work_if_it_says_so()
    {
        var desk = Open(Desk.Sales with { RefuseWhenEmpty = true, WhenEmpty = ToService }, "anna").Joins("a");
        desk.Caller("a").Queue.Should().Be("sales");
        SignOut(desk, "anna").Joins("b").Caller("b").Queue.Should().Be("service");
        desk.Caller("a").Queue.Should().Be("sales", "whoever was let in may wait");
        desk.Caller("b").Journey.Should().Contain(step => step.Detail == "sales: No agent is at work.");
        SignIn(desk, "anna").Joins("c").Caller("c").Queue.Should().Be("sales");
    }

    [Fact]
    public void Agents_on_break_are_not_at_work()
    {
        var desk = Open(Desk.Sales with { RefuseWhenEmpty = true, WhenEmpty = ToService }, "anna");
        desk.Do(new Event.AgentTookBreak(desk.Now, "anna", "break")).Joins("a").Caller("a").Queue.Should().Be("service");
    }

    [Fact]
    public void A_queue_without_anybody_is_passed_over_on_the_way()
    {
        var desk = new Desk(new Configuration
        {
            Queues =
            [
                Desk.Sales with { MaxWait = 60.Seconds(), OverflowTo = "night" },
                new() { Name = "night", RefuseWhenEmpty = true, WhenEmpty = ToService },
                new() { Name = "service" },
            ],
        });
        desk.Joins("a").Pass(60).Caller("a").Queue.Should().Be("service");
    }

    [Fact]
    public void Whoever_waits_goes_on_when_no_agent_has_been_at_work_for_too_long()
    {
        var desk = Open(Desk.Sales with { MaxWaitWithNoAgent = 30.Seconds(), OverflowTo = "service" }, "anna").Joins("a").Talks("anna").Joins("b");
        desk.Pass(100).Caller("b").Queue.Should().Be("sales");
        SignOut(desk, "anna").Pass(29).Joins("c");
        desk.Caller("b").Queue.Should().Be("sales");
        desk.Pass(1).Caller("b").Queue.Should().Be("service");
        desk.Caller("c").Queue.Should().Be("sales", "who came later has not waited as long");
        desk.Pass(29).Caller("c").Queue.Should().Be("service");
        desk.Caller("a").State.Should().BeOfType<CallerState.Talking>();
    }

    [Fact]
    public void Whoever_waits_stays_when_an_agent_comes_back_in_time()
    {
        var desk = Open(Desk.Sales with { MaxWaitWithNoAgent = 30.Seconds(), RingTime = 300.Seconds() }, "anna").Joins("a").Talks("anna").Joins("b");
        SignOut(desk, "anna").Pass(29);
        SignIn(desk, "anna").Pass(600).Caller("b").State.Should().BeOfType<CallerState.Waiting>();
    }

    [Fact]
    public void All_leave_at_once_with_the_last_agent_where_no_time_is_given()
    {
        var desk = Open(Desk.Sales with { MaxWaitWithNoAgent = TimeSpan.Zero, WhenEmpty = ToService }, "anna").Joins("a").Talks("anna").Joins("b").Joins("c");
        SignOut(desk, "anna").Pass(0);
        desk.State.Queues["service"].Line.Select(place => place.Call.Id).Should().Equal("b", "c");
    }

    [Fact]
    public void A_key_leads_to_another_queue_with_the_time_waited()
    {
        var desk = Open(Desk.Sales with { ExitKeys = [new ExitKey('2', ToService)] }).Joins("a");
        var joined = desk.Now;
        desk.Pass(10).Joins("b", "service");
        Press(desk, "a", '2').Caller("a").Should().Match<Caller>(caller => caller.Queue == "service" && caller.Joined == joined);
        desk.Position("a").Should().Be(1);
        desk.Caller("a").Journey.Should().Contain(step => step.What == JourneyEvent.LeftByKey && step.Detail == "sales: 2");
    }

    [Fact]
    public void A_phone_that_rings_for_a_caller_who_leaves_by_a_key_rings_for_the_next()
    {
        var desk = Open(Desk.Sales with { ExitKeys = [new ExitKey('0', new NextStep.HangUp("bye.wav"))] }, "anna").Joins("a").Joins("b");
        Press(desk, "a", '0').CallerOf("anna").Should().Be("b");
        desk.HangsUp("a").History.Single().Result.Should().Be(CallResult.TurnedAway);
    }

    [Fact]
    public void Keys_that_lead_nowhere_or_come_too_late_change_nothing()
    {
        var desk = Open(Desk.Sales with { ExitKeys = [new ExitKey('2', ToService)] }, "anna").Joins("a");
        Press(desk, "a", '3').Caller("a").Queue.Should().Be("sales");
        Press(desk.Talks("anna"), "a", '2').Caller("a").State.Should().BeOfType<CallerState.Talking>();
        Press(desk.HangsUp("a"), "a", '2').State.Ignored.Should().Be(3);
    }

    [Fact]
    public void Goes_on_as_before_after_a_restart()
    {
        var sales = Desk.Sales with
        {
            MaxWaitWithNoAgent = 30.Seconds(),
            WhenEmpty = new NextStep.HangUp("sorry.wav"),
            ExitKeys = [new ExitKey('2', ToService)],
        };
        var desk = Open(sales).Joins("a");
        var json = OnDisk.Json(desk.State);
        var restored = OnDisk.Restored(json);
        restored.Deadlines.Should().Equal(desk.State.Deadlines).And.ContainSingle();
        OnDisk.Json(restored).Should().Be(json);
        Engine.Step(restored, new Event.Woke(desk.Now + 30.Seconds())).Effects.OfType<Effect.HangUp>().Single().Farewell.Should().Be("sorry.wav");
    }

    [Fact]
    public void Must_lead_somewhere_by_keys_that_are_keys()
    {
        var problems = new Configuration
        {
            Queues =
            [
                new()
                {
                    Name = "a",
                    WhenEmpty = new NextStep.Queue("b"),
                    ExitKeys = [new('2', new NextStep.Queue("a")), new('2', new NextStep.Queue("x"))],
                },
                new()
                {
                    Name = "b",
                    WhenFull = new NextStep.Queue("a"),
                    MaxWaitWithNoAgent = TimeSpan.FromSeconds(-1),
                    ExitKeys = [new('A', new NextStep.HangUp("two words"))],
                },
            ],
        }.Problems();
        problems.Should().BeEquivalentTo(
            "Queue 'a': the key 2 leads to 'a', which is the queue itself.",
            "Queue 'a': the key 2 leads to 'x', which is not configured.",
            "Queue 'a': the key 2 is named 2 times: it can lead to one step only.",
            "Queue 'a' overflows to itself: a → b → a. One of them must lead elsewhere, or end the call.",
            "Queue 'b' overflows to itself: b → a → b. One of them must lead elsewhere, or end the call.",
            "Queue 'b': MaxWaitWithNoAgent is -00:00:01: it must be between 00:00:00 and 1.00:00:00.",
            "Queue 'b': 'A' is no key: give one of 0-9, * and #.",
            "Queue 'b': the message 'two words' cannot be played: it must be one word, such as /sounds/sorry.wav.");
    }

    static Desk SignOut(Desk desk, string agent) => desk.Do(new Event.AgentSignedOut(desk.Now, agent));

    static Desk SignIn(Desk desk, string agent) => desk.Do(new Event.AgentSignedIn(desk.Now, agent));

    static Desk Press(Desk desk, string caller, char key) => desk.Do(new Event.KeyPressed(desk.Now, Desk.Call(caller), key));

    static Desk Open(QueueSettings sales, params string[] agents) => new(new Configuration
    {
        Queues = [sales, new() { Name = "service" }],
        Agents = [.. agents.Select(agent => Desk.Serving(agent, "sales"))],
    });
}
