using System.Diagnostics;
using System.Globalization;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Benchmarks.Step;

/// <summary>A call center whose operators are all at work while always as many wait; each of its steps is timed.</summary>
sealed class BusyCenter
{
    const string Node = "fs1";

    readonly Random _random = new(1);
    readonly int _waiting;
    readonly Traffic _traffic;
    readonly List<long> _talking = [];
    readonly Queue<Effect> _todo = [];
    CallCenter _state = CallCenter.Empty;
    DateTimeOffset _now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    int _calls;

    public BusyCenter(int waiting, int operators, Traffic traffic)
    {
        _waiting = waiting;
        _traffic = traffic;
        Happens(new Event.ServiceStarted(_now, Guid.Empty));
        Happens(new Event.Configured(_now, BusyConfiguration.Of(operators, traffic)));
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

        var line = _state.Queues[BusyConfiguration.NameOf(_random.Next(BusyConfiguration.Queues))].Line;
        if (_random.Next(4) == 0 && !line.IsEmpty && line[_random.Next(line.Count)].Call is var gone && _state.Callers[gone].Callback is not { Reached: false })
        {
            Happens(new Event.CallEnded(_now, gone, HangupCause.NormalClearing, HungUpBy.Party));
        }

        Fill();
    }

    void Fill()
    {
        while (_state.Queues.Values.Sum(queue => queue.Line.Count) < _waiting)
        {
            Comes(_random.Next(BusyConfiguration.Queues));
        }
    }

    void Comes(int queue)
    {
        var name = BusyConfiguration.NameOf(queue);
        var number = (++_calls).ToString(CultureInfo.InvariantCulture);
        if (_traffic == Traffic.Mixed && BusyConfiguration.CallsBack(queue) && _random.Next(4) == 0)
        {
            Happens(new Event.CallbackAsked(_now, new CallbackWish(name, "+7916" + number.PadLeft(7, '0')) { Skills = BusyConfiguration.Demand(_random.Next(64)) }));
            return;
        }

        var call = new CallRef(Node, number);
        Happens(new Event.CallArrived(_now, call, "+79160000000", "", "1000", _now));
        Happens(new Event.Joined(_now, call, name, Skills: _traffic == Traffic.Plain ? null : BusyConfiguration.Demand(_random.Next(64))));
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
                case Effect.Ring ring when !_state.Offers.ContainsKey(ring.Offer):
                    // Somebody else was faster.
                    break;
                case Effect.Ring ring when _random.Next(8) == 0:
                    Step(new Event.OfferFailed(_now, ring.Offer, OfferOutcome.Rejected));
                    break;
                case Effect.Ring ring:
                    Step(new Event.OfferAnswered(_now, ring.Offer));
                    break;
                case Effect.Invite invite when _random.Next(4) == 0:
                    Step(new Event.OfferFailed(_now, invite.Guest, OfferOutcome.NoAnswer));
                    break;
                case Effect.Invite invite:
                    Step(new Event.OfferAnswered(_now, invite.Guest));
                    Step(new Event.CallArrived(_now, invite.Dial.Ref, "", "", "1000", _now, Remembers: true));
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
}
