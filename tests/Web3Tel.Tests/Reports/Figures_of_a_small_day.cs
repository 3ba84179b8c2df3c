using System.Runtime.CompilerServices;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Reports;
using Web3Tel.Tests.Distribution;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Reports;

/// <summary>Each figure worked out by hand.</summary>
public sealed class Figures_of_a_small_day
{
    public static TheoryData<Type> States => [.. Closed_sets.Cases(typeof(AgentState))];

    static readonly DateTimeOffset End = Desk.Opening.AddHours(4);

    [Fact]
    public void A_call_that_is_answered_and_one_that_is_not()
    {
        var desk = new Desk(Desk.Sales with { WrapUp = TimeSpan.FromSeconds(10) }, Desk.Serving("anna", "sales"));
        desk.Now = Desk.Opening.AddSeconds(9.999);
        // a joins at :10, rings for 3 s, talks 20 s, wraps up 10 s; b joins at :15 and gives up after 4.5 s.
        desk.Joins("a").Pass(3).Talks("anna").Pass(2).Joins("b").Pass(4.5).HangsUp("b").Pass(13.499).HangsUp("a").Pass(47);

        var figures = Whole(desk, Subject.Queue);
        figures.Should().BeEquivalentTo(new Dictionary<string, double>
        {
            ["offered"] = 2, ["answered"] = 1, ["answeredWithin"] = 1, ["abandoned"] = 1, ["abandonedWithin"] = 1,
            ["serviceLevel"] = 0.5, ["serviceLevelWithoutShort"] = 1, ["averageSpeedOfAnswer"] = 3, ["averageAbandonedWait"] = 4.5, ["longestWait"] = 5,
            ["conversations"] = 1, ["talkSeconds"] = 20, ["wrapUpSeconds"] = 10, ["averageTalk"] = 20, ["averageHandling"] = 30,
            // From the opening until the wake at the end of the wrap-up.
            ["atWorkSeconds"] = 43, ["busySeconds"] = 30, ["occupancy"] = Math.Round(30 / 43.0, 4),
        });

        Whole(desk, Subject.Operator).Should().BeEquivalentTo(new Dictionary<string, double>
        {
            ["offered"] = 1, ["conversations"] = 1, ["talkSeconds"] = 20, ["wrapUpSeconds"] = 10, ["averageTalk"] = 20, ["averageHandling"] = 30,
            ["signedInSeconds"] = 43, ["readySeconds"] = 10, ["ringingSeconds"] = 3, ["talkingSeconds"] = 20, ["wrappingUpSeconds"] = 10,
            ["atWorkSeconds"] = 43, ["busySeconds"] = 30, ["occupancy"] = Math.Round(30 / 43.0, 4),
        });

        Whole(desk, Subject.Line).Should().BeEquivalentTo(new Dictionary<string, double>
        {
            ["calls"] = 2, ["answered"] = 1, ["answeredWithin"] = 1, ["abandoned"] = 1, ["abandonedWithin"] = 1,
            ["serviceLevel"] = 0.5, ["serviceLevelWithoutShort"] = 1, ["averageSpeedOfAnswer"] = 3, ["averageAbandonedWait"] = 4.5, ["longestWait"] = 5,
            ["conversations"] = 1, ["talkSeconds"] = 20, ["wrapUpSeconds"] = 10, ["averageTalk"] = 20, ["averageHandling"] = 30,
        });
    }

    [Fact]
    public void Marks_are_counted_for_the_queue_and_the_operator_and_their_mean_is_told()
    {
        var desk = new Desk("anna");
        foreach (var (caller, mark) in new[] { ("first", 5), ("second", 2) })
        {
            desk.Joins(caller).Talks("anna").Pass(10).Do(new Event.Rated(desk.Now, Desk.Call(caller), "survey", mark));
            desk.HangsUp(caller).Pass(60);
        }

        foreach (var subject in new[] { Subject.Queue, Subject.Operator })
        {
            Whole(desk, subject).Should().Contain("marks", 2).And.Contain("averageMark", 3.5);
        }
    }

    [Fact]
    public void Results_are_counted_for_the_queue_and_the_operator_and_one_that_is_changed_counts_once()
    {
        var desk = new Desk(Desk.Sales with { Results = [new("sold", "Sold"), new("lost", "Lost")] }, Desk.Serving("anna", "sales"));
        desk.Joins("first").Talks("anna").Do(new Event.NoteTaken(desk.Now, "anna", "first", "lost", "")).HangsUp("first");
        desk.Do(new Event.NoteTaken(desk.Now, "anna", "first", "sold", "lost: not quite")).Do(new Event.NoteTaken(desk.Now, "anna", "first", "nonsense", "")).Pass(4_000);
        desk.Joins("second").Talks("anna").HangsUp("second").Do(new Event.NoteTaken(desk.Now, "anna", "second", "sold", "")).Do(new Event.NoteTaken(desk.Now, "anna", "second", null, "not sure")).Pass(60);
        desk.Joins("third").Talks("anna").HangsUp("third").Do(new Event.NoteTaken(desk.Now, "anna", "third", "lost", "")).Pass(60);

        foreach (var (subject, name) in new[] { (Subject.Queue, "sales"), (Subject.Operator, "anna") })
        {
            Counting.Of(desk.Moments).All(subject, name).Results.Should().BeEquivalentTo(new Dictionary<string, long> { ["sold"] = 1, ["lost"] = 1 });
        }
    }

    [Fact]
    public void A_result_that_is_changed_after_the_wrap_up_counts_once_in_the_slot_of_the_arrival()
    {
        var desk = new Desk(Desk.Sales with { Results = [new("sold", "Sold"), new("lost", "Lost")] }, Desk.Serving("anna", "sales"));
        desk.Joins("first").Talks("anna").Do(new Event.NoteTaken(desk.Now, "anna", "first", "lost", "")).HangsUp("first").Pass(4_000);
        desk.Do(new Event.NoteRevised(desk.Now, "anna", desk.History.Last(), "sold", "")).Do(new Event.NoteRevised(desk.Now, "anna", desk.History.Last(), "nonsense", "")).Pass(60);

        foreach (var (subject, name) in new[] { (Subject.Queue, "sales"), (Subject.Operator, "anna") })
        {
            Counting.Of(desk.Moments).All(subject, name).Results.Should().Equal(new Dictionary<string, long> { ["sold"] = 1 });
        }
    }

    [Fact]
    public void A_result_of_each_conversation_is_counted_for_its_own_queue_also_where_both_are_of_the_same_operator()
    {
        QueueSettings Giving(string name) => Desk.Sales with { Name = name, Results = [new("sold", "Sold")] };
        var desk = new Desk(new Configuration { Queues = [Giving("sales"), Giving("cards")], Agents = [Desk.Serving("anna", "sales", "cards")] });
        desk.Joins("caller").Talks("anna").Do(new Event.NoteTaken(desk.Now, "anna", "caller", "sold", ""));
        desk.Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Queue, "cards")).Do(new Event.NoteTaken(desk.Now, "anna", "caller", "sold", "once more"));
        desk.Do(new Event.WrapUpEnded(desk.Now, "anna")).Pass(1).Arrives("caller").Pass(1).Talks("anna").Do(new Event.NoteTaken(desk.Now, "anna", "caller", "sold", "")).HangsUp("caller").Pass(60);

        var counting = Counting.Of(desk.Moments);
        foreach (var queue in new[] { "sales", "cards" })
        {
            counting.All(Subject.Queue, queue).Results.Should().Equal(new Dictionary<string, long> { ["sold"] = 1 });
        }

        counting.All(Subject.Operator, "anna").Results.Should().Equal(new Dictionary<string, long> { ["sold"] = 2 });
    }

    [Fact]
    public void Hold_is_told_apart_from_talk()
    {
        var desk = new Desk("anna");
        desk.Joins("a").Pass(1).Talks("anna").Pass(10).Asks(at => new Event.HoldAsked(at, Desk.Call("a"))).Do(new Event.CallArrived(desk.Now, Desk.Call("a"), "", "", "1000", desk.Now));
        desk.Pass(7).Asks(at => new Event.ResumeAsked(at, Desk.Call("a"))).Pass(1).Connects("anna").Pass(4).HangsUp("a").Pass(60);

        var tally = Counting.Of(desk.Moments).All(Subject.Queue, "sales");
        (tally[Measure.Talk], tally[Measure.Hold]).Should().Be((Ticks(14), Ticks(8)));
    }

    [Theory]
    [InlineData(20.0, 1)]
    [InlineData(20.001, 0)]
    public void Within_twenty_seconds_is_twenty_seconds_to_the_tick(double wait, int within)
    {
        var desk = new Desk(Desk.Sales with { RingTime = TimeSpan.FromMinutes(1) }, Desk.Serving("anna", "sales"));
        desk.Joins("a").Pass(wait).Talks("anna");

        Whole(desk, Subject.Queue).GetValueOrDefault("answeredWithin").Should().Be(within);
    }

    [Fact]
    public void Breaks_are_told_by_reason_and_are_no_time_at_work()
    {
        var desk = new Desk("anna", "boris");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { BreakReasons = [new BreakReason("lunch", "Lunch"), new BreakReason("training", "Training")] }));
        desk.Pass(100).Do(new Event.AgentTookBreak(desk.Now, "anna", "lunch")).Pass(1_200).Do(new Event.AgentTookBreak(desk.Now, "anna", "training"));
        desk.Pass(300).Do(new Event.AgentReady(desk.Now, "anna")).Pass(50).Do(new Event.AgentSignedOut(desk.Now, "anna")).Pass(1_000).Do(new Event.AgentSignedIn(desk.Now, "anna"));

        var facts = Counting.Of(desk.Moments);
        var anna = facts.All(Subject.Operator, "anna");
        anna.Breaks.Should().BeEquivalentTo(new Dictionary<string, long> { ["lunch"] = Ticks(1_200), ["training"] = Ticks(300) });
        (anna[Measure.OnBreak], anna[Measure.SignedIn], anna[Measure.AtWork], anna[Measure.Ready]).Should().Be((Ticks(1_500), Ticks(1_650), Ticks(150), Ticks(150)));

        // The lunch from 100 s to 1300 s is cut at the quarter of an hour.
        facts.Slots.First().Value.Operators["anna"].Breaks.Should().BeEquivalentTo(new Dictionary<string, long> { ["lunch"] = Ticks(800) });
    }

    [Fact]
    public void A_queue_that_is_full_refuses_and_the_next_one_is_offered_the_caller()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales with { MaxLength = 1, OverflowTo = "support" }, new QueueSettings { Name = "support" }],
            Agents = [Desk.Serving("vera", "support") with { SignedIn = false }],
        });
        desk.Joins("a").Pass(1).Joins("b").Pass(30).HangsUp("b").HangsUp("a");

        var facts = Counting.Of(desk.Moments);
        var (sales, support) = (facts.All(Subject.Queue, "sales"), facts.All(Subject.Queue, "support"));
        (sales[Measure.Offered], sales[Measure.Refused], sales[Measure.Abandoned]).Should().Be((2, 1, 1));
        (support[Measure.Offered], support[Measure.Refused], support[Measure.Abandoned]).Should().Be((1, 0, 1));
        var line = facts.All(Subject.Line, "1000");
        (line[Measure.Calls], line[Measure.Abandoned]).Should().Be((2, 2), "a call in two queues is one call of the line");
    }

    [Fact]
    public void A_wait_that_is_too_long_overflows_and_each_queue_counts_its_own_wait()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales with { MaxWait = TimeSpan.FromSeconds(30), OverflowTo = "support" }, new QueueSettings { Name = "support" }],
            Agents = [Desk.Serving("vera", "support") with { SignedIn = false }],
        });
        desk.Joins("a").Pass(40).Do(new Event.AgentSignedIn(desk.Now, "vera")).Pass(2).Talks("vera").Pass(5).HangsUp("a");

        var facts = Counting.Of(desk.Moments);
        var (sales, support) = (facts.All(Subject.Queue, "sales"), facts.All(Subject.Queue, "support"));
        (sales[Measure.Offered], sales[Measure.Overflowed], sales[Measure.Answered]).Should().Be((1, 1, 0));
        (support[Measure.Offered], support[Measure.Answered], support[Measure.AnsweredWait]).Should().Be((1, 1, Ticks(12)));
        facts.All(Subject.Line, "1000")[Measure.AnsweredWait].Should().Be(Ticks(42));
    }

    [Fact]
    public void A_transfer_gives_the_call_a_second_conversation_in_the_other_queue()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales with { WrapUp = TimeSpan.FromSeconds(10) }, new QueueSettings { Name = "support", WrapUp = TimeSpan.Zero }],
            Agents = [Desk.Serving("anna", "sales"), Desk.Serving("vera", "support")],
        });
        desk.Joins("a").Pass(1).Talks("anna").Pass(10).Asks(at => new Event.TransferAsked(at, Desk.Call("a"), TransferKind.Queue, "support"));
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("a"), "", "", "1000", desk.Now)).Pass(3).Talks("vera").Pass(25).HangsUp("a").Pass(60);

        var facts = Counting.Of(desk.Moments);
        var (sales, support, line) = (facts.All(Subject.Queue, "sales"), facts.All(Subject.Queue, "support"), facts.All(Subject.Line, "1000"));
        (sales[Measure.Offered], sales[Measure.Answered], sales[Measure.Talk], sales[Measure.WrapUp]).Should().Be((1, 1, Ticks(10), Ticks(10)));
        (support[Measure.Offered], support[Measure.Answered], support[Measure.AnsweredWait], support[Measure.Talk], support[Measure.WrapUp]).Should().Be((1, 1, Ticks(3), Ticks(25), 0));
        (line[Measure.Calls], line[Measure.Answered], line[Measure.Conversations], line[Measure.Talk]).Should().Be((1, 1, 2, Ticks(35)));
    }

    [Fact]
    public void All_of_a_call_is_counted_when_it_came_and_the_time_of_operators_when_it_passed()
    {
        var desk = new Desk(Desk.Sales with { WrapUp = TimeSpan.Zero }, Desk.Serving("anna", "sales"));
        // Joins ten seconds before the quarter, is answered after it, and talks for half an hour.
        desk.Now = Desk.Opening.AddMinutes(15).AddSeconds(-10);
        desk.Joins("a").Pass(15).Talks("anna").Pass(1_800).HangsUp("a");

        var slots = Counting.Of(desk.Moments).Slots.Select(slot => slot.Value).ToArray();
        slots.Select(slot => slot.Queues["sales"][Measure.Answered]).Should().Equal(1, 0, 0, 0);
        slots.Select(slot => slot.Queues["sales"][Measure.Talk]).Should().Equal(0, Ticks(1_800), 0, 0);
        slots.Select(slot => slot.Operators["anna"][Measure.Talking] / TimeSpan.TicksPerSecond).Should().Equal(0, 894, 900, 5);
    }

    [Fact]
    public void Offers_are_told_by_what_became_of_them()
    {
        var desk = new Desk("anna", "boris");
        desk.Joins("a").Pass(1).Fails("anna", OfferOutcome.Rejected).Pass(1).Fails("boris", OfferOutcome.Busy);
        desk.Pass(600).HangsUp("a");

        var facts = Counting.Of(desk.Moments);
        var (anna, boris) = (facts.All(Subject.Operator, "anna"), facts.All(Subject.Operator, "boris"));
        anna[Measure.Rejected].Should().Be(1);
        boris[Measure.Unreachable].Should().Be(1);
        (anna[Measure.Rung] - anna[Measure.Rejected] - anna[Measure.Unanswered]).Should().BeInRange(0, 1, "nobody answers");
        anna[Measure.Unanswered].Should().BeGreaterThan(0);
    }

    [Fact]
    public void Messages_are_counted_for_their_mailbox_and_read_when_they_are_read()
    {
        var desk = new Desk("anna");
        desk.Joins("a").Pass(1).Do(new Event.MessageBegun(desk.Now, Desk.Call("a"), "queue:sales", "m1")).Pass(5).HangsUp("a");
        desk.Pass(1_800).Do(new Event.MessageMarked(desk.Now, "vera", "queue:sales", "m1", MessageMark.Read));
        desk.Do(new Event.MessageMarked(desk.Now, "vera", "queue:sales", "m1", MessageMark.Deleted));

        var query = Counting.Query(Subject.Queue, Desk.Opening, End, Interval.HalfHour);
        var rows = Counting.Of(desk.Moments).Report(query).Rows.Select(row => row.Tally).ToArray();
        rows.Select(row => (row[Measure.Voicemails], row[Measure.VoicemailsRead], row[Measure.VoicemailsDeleted])).Should().Equal((1, 0, 0), (0, 1, 1));
    }

    [Fact]
    public void Whoever_waits_and_talks_now_is_counted_up_to_now()
    {
        var desk = new Desk("anna");
        desk.Joins("a").Pass(1).Talks("anna").Pass(1).Joins("b");
        var reader = new FactReader(CallCenter.Empty, DateTimeOffset.MinValue);
        desk.Moments.ForEach(reader.Read);
        var facts = reader.Take();
        facts.Add(reader.Foresee(desk.Now.AddSeconds(120)));

        var query = Counting.Query(Subject.Queue, Desk.Opening, End);
        var figures = facts.Report(query).Total.Figures(query);
        (figures["offered"], figures["answered"], figures["waiting"], figures["talkSeconds"]).Should().Be((2, 1, 1, 121.001));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Each_state_of_an_operator_is_counted_as_something_or_is_signed_out(Type state)
    {
        var agent = new Agent(Desk.Serving("anna", "sales"), (AgentState)RuntimeHelpers.GetUninitializedObject(state), SignedIn: true);

        (Activity.Of(agent, isHeld: false) is null).Should().Be(state == typeof(AgentState.SignedOut));
    }

    static Dictionary<string, double> Whole(Desk desk, Subject subject)
    {
        var query = Counting.Query(subject, Desk.Opening, End);
        return Counting.Of(desk.Moments).Report(query).Total.Figures(query);
    }

    static long Ticks(double seconds) => TimeSpan.FromSeconds(seconds).Ticks;
}
