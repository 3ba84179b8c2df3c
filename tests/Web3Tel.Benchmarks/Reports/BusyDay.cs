using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Queues;

namespace Web3Tel.Benchmarks.Reports;

/// <summary>The journal of a day of 10,000 calls in ten hours, by ten queues and a hundred operators, the same each time.</summary>
sealed class BusyDay
{
    public const int Calls = 10_000;
    public const int Operators = 100;
    public const int Queues = 10;

    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    readonly Random chance = new(1);
    readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> agenda = new();
    readonly HashSet<DateTimeOffset> wakes = [];
    CallCenter state = CallCenter.Empty;
    DateTimeOffset now = Morning;
    long order;
    int calls;

    public List<JournalEntry> Journal { get; } = [];

    public void Run()
    {
        Happens(new Event.ServiceStarted(now, new Guid("7d3f6f0e-58a1-4a3c-9a55-0c1d2e3f4a5b")));
        Happens(new Event.Configured(now, new Configuration
        {
            Queues = [.. Enumerable.Range(0, Queues).Select(n => new QueueSettings { Name = QueueOf(n), WrapUp = TimeSpan.FromSeconds(15) })],
            Agents = [.. Enumerable.Range(0, Operators).Select(n => new AgentSettings
            {
                Id = IdOf(n), Name = IdOf(n), Destination = $"user/{IdOf(n)}", Queues = [QueueOf(n % Queues), QueueOf((n + 1) % Queues)],
            })],
        }));
        Happens(new Event.NodeSurveyed(now, "fs1", []));
        for (var n = 0; n < Calls; n++)
        {
            Put(Morning.AddSeconds(chance.NextDouble() * 36_000), Arrive);
        }

        for (var n = 0; n < Operators; n++)
        {
            var id = IdOf(n);
            Put(Morning.AddSeconds(14_400 + chance.Next(7_200)), () => Happens(new Event.AgentTookBreak(now, id, "break")));
            Put(Morning.AddSeconds(23_000 + chance.Next(2_000)), () => Happens(new Event.AgentReady(now, id)));
        }

        while (agenda.TryDequeue(out var action, out var when))
        {
            now = when.At;
            action();
        }
    }

    static string QueueOf(int n) => $"queue-{n}";

    static string IdOf(int n) => (1000 + n).ToString(CultureInfo.InvariantCulture);

    void Arrive()
    {
        var n = ++calls;
        var call = new CallRef("fs1", $"7d3f6f0e-58a1-4a3c-9a55-{n:D12}");
        Happens(new Event.CallArrived(now, call, $"+7916{n:D7}", "", $"7495000{n % 40:D4}", now));
        Happens(new Event.Joined(now, call, QueueOf(n % Queues)));
        Put(now.AddSeconds(chance.Next(20, 300)), () =>
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
        Journal.Add(new JournalEntry(state.Number, JournalEntry.CurrentVersion, happened));
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.Ring ring:
                    Put(now.AddSeconds(chance.Next(1, 9)), () => Happens(chance.Next(10) > 0
                        ? new Event.OfferAnswered(now, ring.Offer)
                        : new Event.OfferFailed(now, ring.Offer, OfferOutcome.NoAnswer)));
                    break;
                case Effect.Connect connect:
                    Happens(new Event.Connected(now, connect.Offer, connect.Call));
                    Put(now.AddSeconds(chance.Next(60, 480)), () => HangUp(connect.Call));
                    break;
                case Effect.Wake wake when wakes.Add(wake.At):
                    Put(wake.At, () => Happens(new Event.Woke(now)));
                    break;
            }
        }
    }

    void HangUp(CallRef call) => Happens(new Event.CallEnded(now, call, HangupCause.NormalClearing, HungUpBy.Party));

    void Put(DateTimeOffset at, Action action) => agenda.Enqueue(action, (at > now ? at : now, order++));
}
