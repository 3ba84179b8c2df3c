using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Skills;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;

namespace Web3Tel.Tests.Distribution;

/// <summary>Who may be offered to whom, when calls ask for skills.</summary>
public sealed class Skills_of_agents
{
    static readonly QueueSettings Relaxing = Desk.Sales with { PreferredSkillsFor = TimeSpan.FromSeconds(10), RequiredSkillsFor = TimeSpan.FromSeconds(30) };

    [Fact]
    public void A_caller_is_offered_only_to_agents_with_the_required_skills()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "de:3"), Can("boris", "en:1"), Can("vera", "en:2"));
        desk.Asks("caller", "en:2").CallerOf("vera").Should().Be("caller");
        desk.Fails("vera", OfferOutcome.Rejected).State.Offers.Should().BeEmpty();
        desk.Pass(11).CallerOf("vera").Should().Be("caller");
    }

    [Fact]
    public void A_caller_nobody_free_has_the_skills_for_keeps_nobody_back()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "de:1")).Asks("english", "en:1").Asks("german", "de:1");
        desk.CallerOf("anna").Should().Be("german");
        (desk.Position("english"), desk.Position("german")).Should().Be((1, 2));
    }

    [Fact]
    public void A_freed_agent_gets_the_first_of_those_the_agent_may_have()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "de:1")).Asks("talking", "de:1").Talks("anna")
            .Asks("english", "en:1").Asks("first", "de:1").Joins("second").Asks("third", "de:1");
        Serve(desk, "talking").Should().Be("first");
        Serve(desk, "first").Should().Be("second");
        Serve(desk, "second").Should().Be("third");
        desk.Position("english").Should().Be(1);
    }

    [Fact]
    public void Whoever_answers_gets_the_first_of_those_the_agent_may_have()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "en:1"), Can("boris", "de:1"));
        desk.Asks("english", "en:1").Joins("anybody").Asks("german", "de:1");
        (desk.CallerOf("anna"), desk.CallerOf("boris")).Should().Be(("english", "anybody"));
        desk.Answers("boris").CallerOf("boris").Should().Be("anybody", "the first caller asks for English");
        desk.CallerOf("anna").Should().Be("english");
    }

    [Fact]
    public void Phones_exchange_their_callers_only_where_both_agents_may_have_the_other()
    {
        var desk = new Desk(Desk.Sales, Can("anna", ""), Can("boris", "en:1"));
        desk.Joins("first").Asks("english", "en:1");
        (desk.CallerOf("anna"), desk.CallerOf("boris")).Should().Be(("first", "english"));
        // Boris gets the first; Anna, whose phone rings on for nobody else, cannot have the other.
        desk.Answers("boris").CallerOf("boris").Should().Be("first");
        desk.CallerOf("anna").Should().BeNull();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Caller("english").State.Should().Be(new CallerState.Waiting(null));
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
    }

    [Fact]
    public void A_phone_whose_caller_hangs_up_rings_on_only_for_a_caller_the_agent_may_have()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "de:1")).Asks("german", "de:1").Asks("english", "en:1");
        desk.HangsUp("german").CallerOf("anna").Should().BeNull();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Joins("anybody").CallerOf("anna").Should().Be("anybody");
        desk.Asks("another", "de:1").HangsUp("anybody").CallerOf("anna").Should().Be("another");
    }

    [Fact]
    public void Preferred_skills_fall_away_after_their_time_and_then_the_required_ones()
    {
        var desk = new Desk(Relaxing, Can("anna", "en:1"), Can("boris", ""));
        desk.Asks("talking").Asks("busy").Talks("anna").Talks("boris");
        desk.Asks("caller", "en:1", "billing:1").HangsUp("talking").Pass(10);
        desk.Agent("anna").Should().BeOfType<AgentState.Offered>("the preferred skill fell away when Anna was free again");
        desk.Fails("anna", OfferOutcome.Busy).HangsUp("busy").Pass(10);
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).CallerOf("boris").Should().BeNull();
        desk.Pass(10).CallerOf("boris").Should().Be("caller");
        desk.Caller("caller").Journey.Where(step => step.What == JourneyEvent.Widened).Select(step => step.Detail)
            .Should().Equal("The preferred skills have fallen away.", "Any skills will do.");
    }

    [Fact]
    public void Nothing_falls_away_where_the_queue_has_no_such_rule()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "")).Asks("a", "en:1").Asks("b", "", "en:1").Pass(100_000);
        desk.CallerOf("anna").Should().BeNull();
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void Preferred_skills_without_a_time_only_choose_among_the_ready()
    {
        var desk = new Desk(Relaxing with { PreferredSkillsFor = TimeSpan.Zero, Strategy = Strategy.BestSkilled }, Can("anna", ""), Can("boris", "en:2"));
        desk.Asks("a", "", "en:1").CallerOf("boris").Should().Be("a");
        desk.Asks("b", "", "en:1").CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void Best_skilled_is_who_has_most_of_what_is_wanted_and_the_longest_idle_among_equals()
    {
        var queue = Desk.Sales with { Strategy = Strategy.BestSkilled };
        var desk = new Desk(queue, Can("anna", "en:1,de:9"), Can("boris", "en:2,billing:2"), Can("vera", "en:3"), Can("yuri", "en:2,billing:2"));
        desk.Asks("a", "en:1", "").CallerOf("vera").Should().Be("a");
        desk.Asks("b", "en:1,billing:1").CallerOf("boris").Should().Be("b");
        desk.Joins("c").CallerOf("anna").Should().Be("c", "who asks for nothing gets the longest idle");
    }

    [Fact]
    public void A_queue_asks_for_skills_beside_those_of_the_call()
    {
        var desk = new Desk(Desk.Sales with { Skills = SkillSet.FromText("sales:2") }, Can("anna", "en:1"), Can("boris", "en:1,sales:1"), Can("vera", "en:1,sales:2"));
        desk.Asks("a", "en:1").CallerOf("vera").Should().Be("a");
        desk.Joins("b").State.Offers.Should().HaveCount(1);
    }

    [Fact]
    public void What_a_call_asks_for_goes_along_to_the_next_queue_and_counts_anew_there()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Relaxing with { MaxWait = TimeSpan.FromSeconds(20), OverflowTo = "service" }, Relaxing with { Name = "service" }],
            Agents = [Desk.Serving("anna", "service")],
        });
        desk.Asks("a", "en:1").Pass(20);
        desk.Caller("a").Queue.Should().Be("service");
        desk.Pass(29).CallerOf("anna").Should().BeNull();
        desk.Pass(1).CallerOf("anna").Should().Be("a");
    }

    [Fact]
    public void Skills_an_agent_gets_or_loses_count_at_once_and_a_phone_that_rings_rings_on()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "")).Asks("a", "en:1");
        Configure(desk, Can("anna", "en:1")).CallerOf("anna").Should().Be("a");
        Configure(desk, Can("anna", "")).Answers("anna").CallerOf("anna").Should().Be("a", "the phone rings for this caller already");
        desk.Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Fact]
    public void One_who_is_expected_back_keeps_back_only_those_who_want_the_same_agent()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "en:1"), Can("boris", "de:1")).Asks("x", "en:1").Asks("y", "de:1").Talks("anna").Talks("boris");
        desk.Asks("english", "en:1").Asks("second", "en:1").Joins("anybody").IsLost("english");
        desk.HangsUp("x").HangsUp("y").Do(new Event.WrapUpEnded(desk.Now, "anna")).Do(new Event.WrapUpEnded(desk.Now, "boris"));
        desk.CallerOf("anna").Should().BeNull("who came first may be back any moment");
        desk.CallerOf("boris").Should().Be("anybody");
        desk.Pass(5).CallerOf("anna").Should().Be("second");
    }

    [Fact]
    public void Time_goes_on_while_a_phone_rings_and_while_sight_of_the_caller_is_lost()
    {
        var desk = new Desk(Relaxing, Can("anna", "")).Asks("a", "en:1").Pass(25).IsLost("a").Pass(10);
        desk.CallerOf("anna").Should().BeNull();
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("a"), "", "", "1000", desk.Now)).Pass(0).CallerOf("anna").Should().Be("a");
    }

    [Fact]
    public void The_caller_hangs_up_before_the_skills_fall_away()
    {
        var desk = new Desk(Relaxing, Can("anna", "")).Asks("a", "en:1").Pass(29).HangsUp("a").Pass(5);
        desk.State.Deadlines.Should().BeEmpty();
        desk.State.Queues["sales"].Crowds.Should().OnlyContain(crowd => crowd.Present.IsEmpty);
        desk.History.Single().Result.Should().Be(CallResult.Abandoned);
    }

    [Fact]
    public void A_limit_of_the_queue_comes_before_skills_that_fall_away_at_the_same_moment()
    {
        var desk = new Desk(Relaxing with { MaxWait = TimeSpan.FromSeconds(30) }, Can("anna", "")).Asks("a", "en:1").Pass(30);
        desk.AllEffects.OfType<Effect.Ring>().Should().BeEmpty("no phone rings for a moment only");
        desk.Caller("a").State.Should().BeOfType<CallerState.Leaving>();
    }

    [Fact]
    public void Everything_is_as_it_was_after_a_restart()
    {
        var desk = new Desk(Relaxing with { Strategy = Strategy.BestSkilled }, Can("anna", "en:1"), Can("boris", "de:1"), Can("vera", ""));
        desk.Asks("x", "en:1").Asks("a", "en:1", "de:1").Asks("b", "fr:1").Pass(3).IsLost("b");
        var json = OnDisk.Json(desk.State);
        var restored = OnDisk.Restored(json);
        OnDisk.Json(restored).Should().Be(json);
        var (lived, read) = (desk.State.Queues["sales"], restored.Queues["sales"]);
        foreach (var crowd in lived.Crowds.Where(crowd => !crowd.IsEmpty))
        {
            var again = read.Crowds.Single(other => other.Profile == crowd.Profile);
            again.Present.Should().Equal(crowd.Present);
            again.Unoffered.Should().Equal(crowd.Unoffered);
            again.Expected.Should().Equal(crowd.Expected);
        }

        read.Ready.Should().Equal(lived.Ready);
        read.Skilled.Select(skilled => skilled.Skills).Should().Equal(lived.Skilled.Select(skilled => skilled.Skills)).And.HaveCount(2);

        restored.Deadlines.Should().Equal(desk.State.Deadlines);
        desk.Restart().Survey(Desk.Live(Desk.Call("a")), Desk.Live(Desk.Call("b"))).Arrives("a").Pass(10).CallerOf("anna").Should().Be("a", "the preferred skills have fallen away");
    }

    [Fact]
    public void A_thousand_profiles_come_and_go_and_nothing_of_them_stays()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "s7:9"));
        for (var n = 0; n < 1_000; n++)
        {
            desk.Asks($"c{n}", $"s{n}:9").HangsUp($"c{n}");
        }

        desk.State.Queues["sales"].Crowds.Should().ContainSingle();
        desk.Asks("last", "s7:1").CallerOf("anna").Should().Be("last");
    }

    [Fact]
    public void Wrong_skills_are_refused_with_all_their_errors()
    {
        new Configuration
        {
            Queues =
            [
                Desk.Sales with
                {
                    Skills = SkillSet.FromText("en:0"),
                    PreferredSkillsFor = TimeSpan.FromSeconds(-1),
                    RequiredSkillsFor = TimeSpan.FromDays(2),
                    LevelWait = TimeSpan.Zero,
                    SameAgentWithin = TimeSpan.FromDays(400),
                    SameAgentWait = TimeSpan.FromSeconds(-1),
                },
            ],
            Agents = [Can("anna", "good english:101")],
        }.Problems().Should().Equal(
            "Queue 'sales': Skills: the level of 'en' is 0: it must be between 1 and 100.",
            "Queue 'sales': PreferredSkillsFor is -00:00:01: it must be between 00:00:00 and 1.00:00:00.",
            "Queue 'sales': RequiredSkillsFor is 2.00:00:00: it must be between 00:00:00 and 1.00:00:00.",
            "Queue 'sales': LevelWait is 00:00:00: it must be between 00:00:01 and 1.00:00:00.",
            "Queue 'sales': SameAgentWithin is 400.00:00:00: it must be between 00:00:01 and 366.00:00:00.",
            "Queue 'sales': SameAgentWait is -00:00:01: it must be between 00:00:01 and 1.00:00:00.",
            "Agent 'anna': Skills: 'good english': a name has at least one character, and only A-Z, a-z, 0-9, '.', '-' and '_'.",
            "Agent 'anna': Skills: the level of 'good english' is 101: it must be between 1 and 100.");
    }

    static Desk Configure(Desk desk, params AgentSettings[] agents) =>
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [.. agents] }));

    /// <summary>The caller hangs up, Anna is ready again: who is next?</summary>
    static string? Serve(Desk desk, string caller)
    {
        desk.HangsUp(caller).Do(new Event.WrapUpEnded(desk.Now, "anna"));
        var next = desk.CallerOf("anna");
        desk.Talks("anna");
        return next;
    }
}
