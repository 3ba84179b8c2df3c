using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Storage;

namespace Web3Tel.Server.Tests.Commands;

/// <summary>A data folder with the journal, history and states of a day: three hours, two operators, callers by chance with a seed.</summary>
sealed class SampleDay
{
    public static readonly DateTimeOffset Opening = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    readonly Random random = new(5);
    readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> agenda = new();
    readonly List<JournalEntry> journal = [];
    readonly Dictionary<string, Web3Tel.History.HistoryEntry> history = [];
    readonly List<CallCenter> hourly = [];
    readonly HashSet<DateTimeOffset> wakes = [];
    CallCenter state = CallCenter.Empty;
    DateTimeOffset now = Opening;

    public int Calls { get; private set; }

    public IReadOnlyList<JournalEntry> Journal => journal;

    public IEnumerable<Web3Tel.History.HistoryEntry> History => history.Values;

    public static async Task<SampleDay> Write(string folder)
    {
        var day = new SampleDay();
        day.Run();
        await day.Save(folder);
        return day;
    }

    void Run()
    {
        Happens(new Event.ServiceStarted(now, new Guid("7d3f6f0e-58a1-4a3c-9a55-0c1d2e3f4a5b")));
        Happens(new Event.Configured(now, new Configuration { Queues = [new QueueSettings { Name = "sales" }], Agents = [Agent("1001", "Anna"), Agent("1002", "Boris")] }));
        Happens(new Event.NodeSurveyed(now, "fs1", []));
        for (var at = Opening.AddSeconds(random.Next(60)); at < Opening.AddHours(3); at = at.AddSeconds(random.Next(1, 120)))
        {
            Put(at, Arrive);
        }

        while (agenda.TryDequeue(out var action, out var when))
        {
            if (when.At.Hour != now.Hour)
            {
                hourly.Add(state);
            }

            now = when.At;
            action();
        }
    }

    void Arrive()
    {
        var call = new CallRef("fs1", $"call-{++Calls}");
        Happens(new Event.CallArrived(now, call, $"+7916{Calls:D7}", "", "1000", now));
        Happens(new Event.Joined(now, call, "sales"));
        Put(now.AddSeconds(random.Next(20, 180)), () =>
        {
            if (state.Callers.GetValueOrDefault(call)?.State is CallerState.Waiting)
            {
                HangUp(call);
            }
        });
    }

    void Happens(Event happened)
    {
        (state, var effects) = Engine.Step(state, happened);
        journal.Add(new JournalEntry(state.Number, JournalEntry.CurrentVersion, happened));
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.Ring ring:
                    Put(now.AddSeconds(random.Next(1, 8)), () => Happens(random.Next(10) > 0
                        ? new Event.OfferAnswered(now, ring.Offer)
                        : new Event.OfferFailed(now, ring.Offer, OfferOutcome.Rejected)));
                    break;
                case Effect.Connect connect:
                    Happens(new Event.Connected(now, connect.Offer, connect.Call));
                    Put(now.AddSeconds(random.Next(30, 150)), () => HangUp(connect.Call));
                    break;
                case Effect.Wake wake when wakes.Add(wake.At):
                    Put(wake.At, () => Happens(new Event.Woke(now)));
                    break;
                case Effect.Archive archive:
                    history[archive.Entry.Id] = archive.Entry;
                    break;
            }
        }
    }

    void HangUp(CallRef call) => Happens(new Event.CallEnded(now, call, HangupCause.NormalClearing, HungUpBy.Party));

    void Put(DateTimeOffset at, Action action) => agenda.Enqueue(action, (at, agenda.Count));

    static AgentSettings Agent(string id, string name) => new() { Id = id, Name = name, Destination = $"user/{id}", Queues = ["sales"] };

    async Task Save(string folder)
    {
        var time = new VirtualTime(Opening);
        var options = new StorageOptions(folder, time);
        await using (var store = await JournalStore.Open(options, NullLogger.Instance))
        {
            journal.ForEach(store.Append);
        }

        await using (var store = await HistoryStore.Open(options, NullLogger.Instance))
        {
            foreach (var entry in history.Values)
            {
                store.Put(entry);
            }
        }

        var states = new PastStates(options);
        foreach (var one in hourly)
        {
            time.Advance(TimeSpan.FromHours(1));
            states.Keep(one);
        }
    }
}
