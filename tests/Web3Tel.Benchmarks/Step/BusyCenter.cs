using System.Diagnostics;
using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Benchmarks.Step;

/// <summary>A call center whose operators are all at work while always as many wait; each of its steps is timed.</summary>
sealed class BusyCenter
{
    public const int Queues = 50;
    public const int QueuesPerOperator = 5;
    const int Skills = 8;
    const string Node = "fs1";

    readonly Random _random = new(1);
    readonly int _waiting;
    readonly bool _skilled;
    readonly List<long> _talking = [];
    readonly Queue<Effect> _todo = [];
    CallCenter _state = CallCenter.Empty;
    DateTimeOffset _now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    int _calls;

    /// <param name="skilled">Whether three of four callers ask for skills, in 48 ways, which fall away with time, and levels open with time.</param>
    public BusyCenter(int waiting, int operators, bool skilled)
    {
        _waiting = waiting;
        _skilled = skilled;
        Happens(new Event.ServiceStarted(_now, Guid.Empty));
        Happens(new Event.Configured(_now, Configuration(operators)));
        Happens(new Event.NodeSurveyed(_now, Node, []));
        Fill();
    }

    public Percentiles Times { get; } = new();

    /// <summary>A conversation ends and the next begins, somebody gives up now and then, and as many come.</summary>
    public void ServeOne()
    {
        if (_talking.Count > 0)
        {
            var index = _random.Next(_talking.Count);
            var offer = _state.Offers[_talking[index]];
            _talking[index] = _talking[^1];
            _talking.RemoveAt(_talking.Count - 1);
            Happens(new Event.CallEnded(_now, offer.Call, HangupCause.NormalClearing, HungUpBy.Party));
        }

        var line = _state.Queues[NameOf(_random.Next(Queues))].Line;
        if (_random.Next(4) == 0 && !line.IsEmpty)
        {
            Happens(new Event.CallEnded(_now, line[_random.Next(line.Count)].Call, HangupCause.NormalClearing, HungUpBy.Party));
        }

        Fill();
    }

    void Fill()
    {
        while (_state.Queues.Values.Sum(queue => queue.Line.Count) < _waiting)
        {
            var call = new CallRef(Node, (++_calls).ToString(CultureInfo.InvariantCulture));
            Happens(new Event.CallArrived(_now, call, "+79160000000", "", "1000", _now));
            Happens(new Event.Joined(_now, call, NameOf(_random.Next(Queues)), Skills: _skilled ? Demand(_random.Next(64)) : null));
        }
    }

    void Happens(Event happened)
    {
        Step(happened);
        if (_state.WakeAt <= _now)
        {
            Step(new Event.Woke(_now));
        }

        while (_todo.TryDequeue(out var effect))
        {
            switch (effect)
            {
                case Effect.Ring ring when _random.Next(8) == 0:
                    Step(new Event.OfferFailed(_now, ring.Offer, OfferOutcome.Rejected));
                    break;
                case Effect.Ring ring:
                    Step(new Event.OfferAnswered(_now, ring.Offer));
                    break;
                case Effect.Connect connect:
                    Step(new Event.Connected(_now, connect.Offer, connect.Call));
                    _talking.Add(connect.Offer);
                    break;
            }
        }
    }

    void Step(Event happened)
    {
        var began = Stopwatch.GetTimestamp();
        var (next, effects) = Engine.Step(_state, happened);
        Times.Add(Stopwatch.GetTimestamp() - began);
        _state = next;
        foreach (var effect in effects)
        {
            _todo.Enqueue(effect);
        }

        _now += TimeSpan.FromMilliseconds(100);
    }

    static string NameOf(int queue) => string.Create(CultureInfo.InvariantCulture, $"queue{queue}");

    /// <summary>Who rejects rests shortly, so that even of ten operators most are at work.</summary>
    QueueSettings Queue(int n)
    {
        var queue = new QueueSettings { Name = NameOf(n), WrapUp = TimeSpan.Zero, AfterReject = TimeSpan.FromSeconds(1) };
        return !_skilled ? queue : queue with
        {
            Strategy = n % 2 == 0 ? Strategy.BestSkilled : Strategy.LongestIdle,
            PreferredSkillsFor = TimeSpan.FromSeconds(60),
            LevelWait = TimeSpan.FromSeconds(60),
        };
    }

    static string Skill(int n) => string.Create(CultureInfo.InvariantCulture, $"skill{n % Skills}");

    /// <summary>Of 64: 16 ask for nothing, 16 for one of eight skills at level 1 or 2, 32 for another beside it, preferably.</summary>
    static SkillDemand? Demand(int n) => n < 16 ? null : new SkillDemand(
        SkillSet.Of(KeyValuePair.Create(Skill(n), 1 + n / 8 % 2)),
        n < 32 ? SkillSet.None : SkillSet.Of(KeyValuePair.Create(Skill(n + 1 + n / 16 % 2), 3)));

    Configuration Configuration(int operators) => new()
    {
        Queues = [.. Enumerable.Range(0, Queues).Select(Queue)],
        Agents =
        [
            .. Enumerable.Range(0, operators).Select(n => new AgentSettings
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"agent{n}"),
                Name = "",
                Destination = "user/1001",
                // Everybody can do everything a little: so nobody waits for nobody.
                Skills = _skilled ? SkillSet.Of(Enumerable.Range(0, Skills).Select(skill => KeyValuePair.Create(Skill(skill), 2 + (n + skill) % 4 / 3))) : SkillSet.None,
                Tiers = _skilled && n % 3 == 2 ? [.. Enumerable.Range(n * QueuesPerOperator, QueuesPerOperator).Select(queue => new Tier(NameOf(queue % Queues), 2))] : [],
                Queues = [.. Enumerable.Range(n * QueuesPerOperator, QueuesPerOperator).Select(queue => NameOf(queue % Queues))],
            }),
        ],
    };
}
