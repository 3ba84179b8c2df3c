using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Reports;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Reports;

/// <summary>The facts of a day full of faults, deaths of the service and changes, beside what can be counted without them.</summary>
public sealed class Reports_of_a_random_world(ITestOutputHelper output)
{
    const int Calls = 800;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    public void Sums_are_what_the_world_itself_has_counted(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.All, Calls);
        world.Run();
        var moments = Replay.Moments(CallCenter.Empty, world.WholeJournal).ToArray();
        var facts = Counting.Of(moments);
        var all = world.History.Puts.Where(entry => entry.Direction != CallDirection.Consultation).GroupBy(entry => entry.Id).Select(entries => entries.Last()).ToArray();
        var calls = all.Where(call => call.Callback is null && !call.IsByOperator).ToArray();
        var callbacks = all.Where(call => call.Callback is not null).ToArray();
        output.WriteLine($"seed {seed}: {calls.Length} calls, {callbacks.Length} callbacks, {moments.Length} events, {world.Restarts} restarts");
        world.Restarts.Should().BeGreaterThan(0);
        world.Laws.Violations.Should().BeEmpty();

        var line = Sum(facts, Subject.Line);
        line[Measure.Calls].Should().Be(calls.Length);
        line[Measure.Answered].Should().Be(calls.Count(call => call.Answered is not null));
        var without = calls.Where(call => call.Answered is null).ToLookup(call => HasAsked(call) ? null : (CallResult?)call.Result);
        line[Measure.AskedForCallback].Should().Be(without[null].Count()).And.BePositive();
        line[Measure.Abandoned].Should().Be(without[CallResult.Abandoned].Count());
        line[Measure.TurnedAway].Should().Be(without[CallResult.TurnedAway].Count());
        line[Measure.SentOn].Should().Be(without[CallResult.SentOn].Count());
        line[Measure.NotQueued].Should().Be(without[CallResult.NotQueued].Count());
        (line.Decided() + line[Measure.NotQueued]).Should().Be(calls.Length, "everybody is gone, each in one way");

        var queue = Sum(facts, Subject.Queue);
        queue[Measure.Offered].Should().Be(queue.Decided(), "nobody waits any more");
        (queue[Measure.Answered] + queue[Measure.Abandoned]).Should().BeGreaterThan(Calls / 2);
        queue.AnsweredAfter.Values.Sum().Should().Be(queue[Measure.Answered]);
        queue.AbandonedAfter.Values.Sum().Should().Be(queue[Measure.Abandoned]);
        queue[Measure.Returned].Should().BePositive();
        queue[Measure.Answered].Should().Be(moments.Sum(JoinedOutOfAQueue));

        var people = Sum(facts, Subject.Operator);
        people[Measure.Conversations].Should().Be(calls.Concat(callbacks).Sum(call => call.Journey.Count(step => step is { What: JourneyEvent.Connected, Agent: not null })));
        (people[Measure.Talk], people[Measure.Hold], people[Measure.WrapUp]).Should().Be((queue[Measure.Talk], queue[Measure.Hold], queue[Measure.WrapUp]));
        (people[Measure.Talk], people[Measure.Hold], people[Measure.WrapUp]).Should().Be((line[Measure.Talk], line[Measure.Hold], line[Measure.WrapUp]));
        people.Counts.Where(count => count.Value < 0 && count.Key != Measure.VoicemailsRead).Should().BeEmpty();
        people[Measure.SignedIn].Should().Be(Time(moments, agent => agent.State is not AgentState.SignedOut));
        people[Measure.Busy].Should().Be(Time(moments, agent => agent.State is AgentState.Talking or AgentState.WrapUp));
        people[Measure.OnBreak].Should().Be(Time(moments, agent => agent.State is AgentState.Break));
        people[Measure.OnBreak].Should().Be(people.Breaks.Values.Sum()).And.BePositive();
        people[Measure.AtWork].Should().Be(people[Measure.SignedIn] - people[Measure.OnBreak]);
        people[Measure.Hold].Should().BePositive();

        CallbacksAreCounted(callbacks, queue);
        CallbacksAreCounted(callbacks, line);
        people[Measure.CalledBack].Should().Be(callbacks.Count(call => call.Answered is not null)).And.BePositive();
        people[Measure.CallbackAttempts].Should().Be(queue[Measure.CallbackAttempts]);

        MessagesAreCounted([.. moments.Select(moment => moment.Happened)], queue);

        var outgoing = all.Where(entry => entry.IsByOperator).ToArray();
        people[Measure.OutgoingCalls].Should().Be(outgoing.Length).And.BePositive();
        people[Measure.OutgoingAnswered].Should().Be(outgoing.Count(call => call.Answered is not null)).And.BePositive();
        people[Measure.OutgoingTalk].Should().Be(outgoing.Sum(call => TimeSpan.FromSeconds(call.TalkedSeconds).Ticks)).And.BePositive();
        people[Measure.CallingOut].Should().Be(Time(moments, agent => agent is { State: AgentState.Ready, OutgoingCalls.IsEmpty: false })).And.BePositive();
    }

    /// <summary>By what was said of each, however often: the world says nothing false of one but that it is lost, at last, when that cannot be any more.</summary>
    static void MessagesAreCounted(Event[] happened, Tally queue)
    {
        var begun = happened.OfType<Event.MessageBegun>().Select(one => one.Message).ToHashSet();
        var settled = happened.OfType<Event.MessageSettled>().Where(one => begun.Contains(one.Message)).Select(one => (one.Message, one.Fate)).Distinct().ToLookup(one => one.Fate);
        queue[Measure.Voicemails].Should().Be(begun.Count).And.BePositive();
        queue[Measure.VoicemailsKept].Should().Be(settled[MessageFate.Kept].Count()).And.BePositive();
        queue[Measure.VoicemailsRecordedAgain].Should().Be(settled[MessageFate.RecordedAgain].Count()).And.BePositive();
        queue[Measure.VoicemailsTooShort].Should().Be(settled[MessageFate.TooShort].Count()).And.BePositive();
        queue[Measure.VoicemailsMailed].Should().Be(settled[MessageFate.Mailed].Count()).And.BePositive();
        queue[Measure.VoicemailsMailFailed].Should().Be(settled[MessageFate.MailFailed].Count());
        queue[Measure.VoicemailsToMail].Should().Be(settled[MessageFate.Mailing].Count());
        queue[Measure.VoicemailsLost].Should().Be(0);
    }

    static void CallbacksAreCounted(HistoryEntry[] callbacks, Tally tally)
    {
        var promised = callbacks.Where(call => call.Callback != CallbackEnd.NotWritten).ToArray();
        var ends = promised.ToLookup(call => call.Callback!.Value);
        tally[Measure.Callbacks].Should().Be(promised.Length);
        tally[Measure.CalledBack].Should().Be(ends[CallbackEnd.Done].Count() + ends[CallbackEnd.CalledByHand].Count()).And.BePositive();
        tally[Measure.CallbacksInPerson].Should().Be(ends[CallbackEnd.CameInPerson].Count());
        tally[Measure.CallbacksExpired].Should().Be(ends[CallbackEnd.Expired].Count());
        tally[Measure.CallbacksUsedUp].Should().Be(ends[CallbackEnd.AttemptsUsedUp].Count());
        tally[Measure.CallbacksCancelled].Should().Be(ends[CallbackEnd.Cancelled].Count());
        tally[Measure.CallbacksWithdrawn].Should().Be(ends[CallbackEnd.NoLongerOffered].Count());
        tally[Measure.CallbacksLeft].Should().Be(ends[CallbackEnd.LeftAfterAnswer].Count());
        tally.CallbacksPending().Should().Be(0, "everybody is gone, each in one way");
        tally[Measure.CallbackAttempts].Should().Be(promised.Sum(call => call.Journey.Count(step => step.What == JourneyEvent.CalledBack))).And.BePositive();
        tally[Measure.CalledBackWait].Should().Be(ends[CallbackEnd.Done].Concat(ends[CallbackEnd.CalledByHand]).Sum(call => ((call.Answered ?? call.Ended) - call.Journey[0].At).Ticks));
    }

    /// <summary>Whether the last that was heard of the caller's wishes is to be called back.</summary>
    static bool HasAsked(HistoryEntry call) => call.Journey.Aggregate(false, (asked, step) => step.What switch
    {
        JourneyEvent.AsksForCallback => true,
        JourneyEvent.Joined or JourneyEvent.BackInQueue => false,
        _ => asked,
    });

    [Theory]
    [InlineData(311)]
    [InlineData(312)]
    public void Read_in_parts_as_by_a_service_that_dies_again_and_again_it_gives_the_same_facts(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.All, Calls / 2);
        world.Run();
        var moments = Replay.Moments(CallCenter.Empty, world.WholeJournal).ToArray();
        var chance = new Random(seed);
        var whole = new Facts();
        var reader = new FactReader(CallCenter.Empty, DateTimeOffset.MinValue);
        foreach (var moment in moments)
        {
            reader.Read(moment);
            if (chance.Next(50) == 0)
            {
                whole.Add(reader.Take());
                reader = new FactReader(OnDisk.Read(OnDisk.Json(moment.After)).Restore(), reader.Bookmark);
            }
        }

        whole.Add(reader.Take());

        whole.Text().Should().Be(Counting.Of(moments).Text());
    }

    [Fact]
    public void Intervals_add_up_to_the_day_and_the_days_to_the_whole()
    {
        var world = new CallCenterWorld(321, Faults.None, Calls / 2);
        world.Run();
        var moments = Replay.Moments(CallCenter.Empty, world.WholeJournal).ToArray();
        var facts = Counting.Of(moments);
        var from = Stretches.Midnight(new DateOnly(2026, 11, 24), Counting.Moscow);
        foreach (var subject in Enum.GetValues<Subject>())
        {
            var whole = Text(facts, Counting.Query(subject, from, from.AddDays(3)));
            foreach (var interval in Enum.GetValues<Interval>())
            {
                Text(facts, Counting.Query(subject, from, from.AddDays(3), interval)).Should().Be(whole, $"{subject} by {interval}");
            }
        }
    }

    /// <summary>Callers who waited before the step and talk with an operator after it.</summary>
    static int JoinedOutOfAQueue(Moment moment) => moment.After.Callers.Values.Count(after =>
        after.Journey is [.., { What: JourneyEvent.Connected, Agent: not null }]
        && moment.Before.Callers.GetValueOrDefault(after.Call) is { } before && before.Journey.Count < after.Journey.Count
        && WaitsIn(before.Journey)
        && (before.Callback is null || before.Talk is not null));

    static bool WaitsIn(IEnumerable<JourneyStep> journey) => journey.Aggregate(false, (waits, step) => step.What switch
    {
        JourneyEvent.Joined or JourneyEvent.BackInQueue => true,
        JourneyEvent.Connected or JourneyEvent.Overflowed or JourneyEvent.LeftByKey or JourneyEvent.SentOn => false,
        _ => waits,
    });

    /// <summary>How long operators were in a state, by looking at all of them after each step.</summary>
    static long Time(Moment[] moments, Func<Agent, bool> isSo) => moments.Zip(moments.Skip(1))
        .Sum(pair => pair.Second.At > pair.First.At ? (pair.Second.At - pair.First.At).Ticks * pair.First.After.Agents.Values.Count(isSo) : 0);

    static Tally Sum(Facts facts, Subject subject)
    {
        var sum = new Tally();
        foreach (var tally in facts.Slots.SelectMany(slot => slot.Value.Of(subject).Values))
        {
            sum.Add(tally);
        }

        return sum;
    }

    static string Text(Facts facts, ReportQuery query)
    {
        var report = facts.Report(query);
        return string.Join('\n', report.Totals.Append(report.Total).Select(row => $"{row.Name}: {string.Join(' ', row.Figures(query))}"));
    }
}
