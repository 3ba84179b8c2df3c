using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Web3Tel.WhatIf;
using Xunit;

namespace Web3Tel.Tests.WhatIf;

public sealed class Running_a_day_again(ITestOutputHelper output)
{
    static readonly TimeSpan Within = TimeSpan.FromSeconds(20);
    static readonly Lazy<PastDay> Busy = new(() => OfWorld(91, Faults.None with { WishEvery = null }, 800));

    public static TheoryData<Type> Events => [.. Closed_sets.Cases(typeof(Event))];

    [Fact]
    public void A_simple_day_comes_out_as_it_was()
    {
        var desk = new Desk("anna", "boris");
        desk.Joins("a").Pass(3).Answers("anna").Pass(0.2).Connects("anna").Pass(20).HangsUp("a");
        desk.Pass(60).Joins("b").Pass(2).Talks("boris").Pass(30).Joins("c").Pass(5).HangsUp("c").Pass(5).HangsUp("b").Pass(60);
        var day = Of(desk.Moments);
        day.Calls.Select(call => (call.Arrived.Call.Id, call.Patience?.TotalSeconds)).Should().Equal(("a", null), ("b", null), ("c", 5.0));

        var report = DayReport.Of(day, Proposal.Unchanged, Within);
        output.WriteLine(string.Join('\n', report.Queues));
        report.SameAgent.Should().Be(1);
        report.SameWait.Should().Be(1);
        report.Queues.Should().OnlyContain(queue => queue.Rerun == queue.Real && queue.WhatIf == queue.Real);
    }

    [Fact]
    public void A_call_outside_that_a_survey_began_and_ended_keeps_the_operator_away_when_it_is_run_again()
    {
        var desk = new Desk("anna");
        desk.Joins("first").Talks("anna").Pass(5);
        desk.Do(new Event.NodeSurveyed(desk.Now, Desk.Node, [Desk.Live(Desk.Call("first"), desk.OfferOf("anna").Leg), Desk.Live(desk.OfferOf("anna").Leg, Desk.Call("first"))])
        {
            PhonesInUse = ["user/anna"],
        });
        desk.Pass(5).HangsUp("first").Pass(20).Joins("a").Pass(30).Survey(Desk.Live(Desk.Call("a")));
        desk.Pass(3).Talks("anna").Pass(20).HangsUp("a").Pass(60);
        var report = DayReport.Of(Of(desk.Moments), Proposal.Unchanged, Within);
        report.SameAgent.Should().Be(1);
        report.SameWait.Should().Be(1);
        report.Queues[^1].Rerun.MeanWait.Should().BeGreaterThan(15);
    }

    [Fact]
    public void A_day_with_far_too_few_operators_comes_out_roughly_as_it_was()
    {
        var report = DayReport.Of(Busy.Value, Proposal.Unchanged, Within);
        output.WriteLine($"{report.SameAgent:P2} the same agent, {report.SameWait:P2} the same wait; {report.Queues[^1]}");
        var all = report.Queues[^1];
        all.Rerun.Answered.Should().BeInRange(all.Real.Answered * 9 / 10, all.Real.Answered * 11 / 10);
        all.Rerun.ServiceLevel.Should().BeApproximately(all.Real.ServiceLevel, 0.1);
        report.Unfinished.Should().Be(0);
    }

    [Fact]
    public void With_more_operators_callers_wait_less_and_with_fewer_longer()
    {
        var more = DayReport.Of(Busy.Value, new Proposal { Staff = [new StaffChange(null, 4)] }, Within).Queues[^1];
        var fewer = DayReport.Of(Busy.Value, new Proposal { Staff = [new StaffChange(null, -3)] }, Within).Queues[^1];
        output.WriteLine($"{more}\n{fewer}");
        more.WhatIf.MeanWait.Should().BeLessThan(more.Rerun.MeanWait);
        more.WhatIf.Abandoned.Should().BeLessThan(more.Rerun.Abandoned);
        more.WhatIf.ServiceLevel.Should().BeGreaterThan(more.Rerun.ServiceLevel);
        more.WhatIf.Occupancy.Should().BeLessThan(more.Rerun.Occupancy!.Value);
        fewer.WhatIf.MeanWait.Should().BeGreaterThan(fewer.Rerun.MeanWait);
        fewer.WhatIf.ServiceLevel.Should().BeLessThan(fewer.Rerun.ServiceLevel);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures()
    {
        var proposal = new Proposal { Staff = [new StaffChange("sales", 2)], Strategies = In("sales", Strategy.FewestCalls), Seed = 7 };
        DayReport.Of(Busy.Value, proposal, Within).Queues.Should().Equal(DayReport.Of(Busy.Value, proposal, Within).Queues);
    }

    [Theory]
    [InlineData(Strategy.RingAll)]
    [InlineData(Strategy.RingProgressively)]
    public void With_several_phones_for_one_caller_everybody_is_served_no_later_than_with_one(Strategy strategy)
    {
        // Not beside the rerun: that is the real day again. Where anything is different, whoever was served on it has far more patience than who was not.
        var one = DayReport.Of(Busy.Value, new Proposal { Strategies = In("sales", Strategy.LongestIdle) }, Within).Queues[^1].WhatIf;
        var several = DayReport.Of(Busy.Value, new Proposal { Strategies = In("sales", strategy) }, Within).Queues[^1].WhatIf;
        output.WriteLine($"{one}\n{several}");
        several.Answered.Should().BeGreaterThan(one.Answered * 9 / 10);
        several.MeanWait.Should().BeLessThan(one.MeanWait * 1.1);
    }

    [Fact]
    public void Another_strategy_gives_the_calls_to_others()
    {
        var desk = new Desk(
            Desk.Sales,
            Desk.Serving("anna", "sales") with { Tiers = [new Tier("sales", Position: 1)] },
            Desk.Serving("boris", "sales") with { Tiers = [new Tier("sales", Position: 2)] });
        for (var n = 0; n < 10; n++)
        {
            desk.Joins($"c{n}").Pass(1).Talks(desk.State.Offers.Values.Single().Agent).Pass(10).HangsUp($"c{n}").Pass(60);
        }

        var day = Of(desk.Moments);
        var topDown = Rehearsal.Of(day, new Proposal { Strategies = In("sales", Strategy.TopDown) });
        day.Calls.Count(call => call.Real.Agent == "anna").Should().Be(5);
        topDown.Calls.Should().HaveCount(10).And.OnlyContain(call => call.Agent == "anna");
    }

    [Fact]
    public void A_day_full_of_faults_can_be_run_again_too()
    {
        var report = DayReport.Of(OfWorld(92, Faults.All with { ServiceKilledEvery = null }, 400), Proposal.Unchanged, Within);
        output.WriteLine($"{report.SameAgent:P2} the same agent, {report.SameWait:P2} the same wait");
        var all = report.Queues[^1];
        all.Rerun.Calls.Should().Be(all.Real.Calls);
    }

    [Fact]
    public void What_does_not_fit_the_day_is_told_at_once()
    {
        var problems = new Proposal { Strategies = In("slaes", Strategy.TopDown), Staff = [new StaffChange(null, -12)] }
            .Problems(Busy.Value.Configuration);
        problems.Should().Equal(
            "There is no queue \"slaes\": queues are sales, service.",
            "There are 12 operators: -12 leaves nobody.");
    }

    [Fact]
    public void Callers_who_are_still_there_when_the_journal_ends_are_left_out_and_counted()
    {
        var day = Of(new Desk("anna").Joins("a").HangsUp("a").Joins("b").Moments);
        day.Calls.Should().ContainSingle();
        day.Unfinished.Should().Be(1);
    }

    [Fact]
    public void A_day_that_is_not_over_ends_with_the_journal()
    {
        var desk = new Desk("anna");
        desk.Joins("a").Talks("anna").Pass(30).HangsUp("a").Pass(60).Joins("b").Pass(2).Talks("anna").Pass(5).Joins("c");
        var report = DayReport.Of(Of(desk.Moments), Proposal.Unchanged, Within);
        report.Queues[^1].Real.Occupancy.Should().BeInRange(0.3, 0.6, "anna talks, but not until midnight");
        report.Queues[^1].Rerun.Occupancy.Should().BeInRange(0.3, 0.6, "and is not idle until then either");
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Of_every_event_it_is_known_where_it_came_from(Type type)
    {
        var origin = () => Origins.Of((Event)Closed_sets.Sample.Of(type));
        origin.Should().NotThrow();
    }

    static ImmutableDictionary<string, Strategy> In(string queue, Strategy strategy) =>
        ImmutableDictionary<string, Strategy>.Empty.Add(queue, strategy);

    static PastDay OfWorld(int seed, Faults faults, int calls)
    {
        var world = new CallCenterWorld(seed, faults, calls);
        world.Run();
        return Of(Replay.Moments(CallCenter.Empty, world.Journal));
    }

    static PastDay Of(IEnumerable<Moment> moments)
    {
        var midnight = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        var reader = new DayReader(midnight, midnight.AddDays(1));
        foreach (var moment in moments)
        {
            reader.Read(moment);
        }

        return reader.Complete()!;
    }
}
