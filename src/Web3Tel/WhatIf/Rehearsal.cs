using System.Diagnostics;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.WhatIf;

/// <summary>A past day run again through the real engine, in virtual time, with something different. The same for the same seed.</summary>
public sealed class Rehearsal
{
    static readonly TimeSpan UsualConnecting = TimeSpan.FromMilliseconds(100);

    readonly PastDay _day;
    readonly Proposal _proposal;
    readonly Guess _guess;
    readonly Agenda _agenda = new();
    readonly Dictionary<CallRef, PastCall> _calls;
    readonly Dictionary<string, HistoryEntry> _ended = new(StringComparer.Ordinal);
    readonly HashSet<long> _ringing = [];
    readonly Shifts _work = new();
    CallCenter _state;
    DateTimeOffset? _wake;

    Rehearsal(PastDay day, Proposal proposal)
    {
        _day = day;
        _proposal = proposal;
        _guess = new Guess(day, proposal.Seed);
        _state = day.Opening;
        _calls = day.Calls.ToDictionary(call => call.Arrived.Call);
    }

    /// <summary>What becomes of the calls, and how the agents spend the day.</summary>
    public static (IReadOnlyCollection<HistoryEntry> Calls, Shifts Work) Of(PastDay day, Proposal proposal)
    {
        var rehearsal = new Rehearsal(day, proposal);
        rehearsal.Run();
        return (rehearsal._ended.Values, rehearsal._work);
    }

    void Run()
    {
        if (!_state.Configuration.Queues.IsEmpty)
        {
            _agenda.Put(_day.From, () => Happens(new Event.Configured(_day.From, _proposal.Apply(_state.Configuration))));
        }

        foreach (var staffing in _day.Staffing)
        {
            _agenda.Put(staffing.At, () => Happens(staffing is Event.Configured real
                ? real with { Configuration = _proposal.Apply(real.Configuration) }
                : staffing));
        }

        foreach (var call in _day.Calls)
        {
            _agenda.Put(call.Arrived.At, () => Happens(call.Arrived));
            _agenda.Put(call.Joined.At, () => Happens(call.Joined));
            _agenda.Put(call.Joined.At + (call.Patience ?? _proposal.MostPatience), () => LosePatience(call.Arrived.Call));
        }

        while ((_ended.Count < _calls.Count || _agenda.Now < _day.To) && _agenda.DoNext())
        {
        }

        _work.Complete(_day.To);
    }

    void Happens(Event happened)
    {
        (_state, var effects) = Engine.Step(_state, happened);
        if (happened.At < _day.To)
        {
            _work.Observe(_state, happened.At);
        }

        foreach (var effect in effects)
        {
            CarryOut(effect);
        }
    }

    void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.Ring ring:
                Ring(ring);
                break;
            case Effect.Invite invite:
                _agenda.Put(_agenda.Now, () => Happens(new Event.OfferAnswered(_agenda.Now, invite.Guest)));
                break;
            case Effect.TakeStep take:
                // What happens in a step nobody knows: for the queue the caller is gone.
                _agenda.Put(_agenda.Now, () => Happens(new Event.FlowEnded(_agenda.Now, take.Call, null)));
                break;
            case Effect.Withdraw withdraw:
                _ringing.Remove(withdraw.Offer);
                break;
            case Effect.Whisper whisper:
                _agenda.Put(_agenda.Now, () => Happens(new Event.Whispered(_agenda.Now, whisper.Offer)));
                break;
            case Effect.Announce announce:
                _agenda.Put(_agenda.Now, () => Happens(new Event.RecordingAnnounced(_agenda.Now, announce.Call)));
                break;
            case Effect.Connect connect:
                _agenda.Put(_agenda.Now + (_calls[connect.Call].Connecting ?? UsualConnecting), () => Connect(connect));
                break;
            case Effect.HangUp hangUp:
                _agenda.Put(_agenda.Now, () => Happens(new Event.CallEnded(_agenda.Now, hangUp.Call, hangUp.Cause, HungUpBy.Service)));
                break;
            case Effect.Wake wake:
                _wake = wake.At;
                _agenda.Put(wake.At, () => Wake(wake.At));
                break;
            case Effect.Archive archive:
                _ended[archive.Entry.Id] = archive.Entry;
                break;
            case Effect.Receive or Effect.Hold or Effect.Prepare or Effect.Remember or Effect.Follow or Effect.Inquire or Effect.InquireJoint or Effect.Audit or Effect.Inform
                or Effect.EndRecording:
                break;
            default:
                throw new UnreachableException($"No rehearsal of {effect.GetType().Name}.");
        }
    }

    void Ring(Effect.Ring ring)
    {
        _ringing.Add(ring.Offer);
        var answer = _guess.NextAnswer(ring.Dial.Variables[CallVariables.Agent]);
        answer = answer.After < ring.Dial.RingTime ? answer : new PhoneAnswer(OfferOutcome.NoAnswer, ring.Dial.RingTime);
        _agenda.Put(_agenda.Now + answer.After, () =>
        {
            if (_ringing.Remove(ring.Offer))
            {
                Happens(answer.Outcome == OfferOutcome.Answered
                    ? new Event.OfferAnswered(_agenda.Now, ring.Offer)
                    : new Event.OfferFailed(_agenda.Now, ring.Offer, answer.Outcome));
            }
        });
    }

    void Connect(Effect.Connect connect)
    {
        Happens(new Event.Connected(_agenda.Now, connect.Offer, connect.Call));
        long? with = _state.Callers.GetValueOrDefault(connect.Call)?.State switch
        {
            CallerState.Talking talking => talking.Offer,
            CallerState.Outside outside => outside.Guest,
            _ => null,
        };
        if (with == connect.Offer)
        {
            var by = _calls[connect.Call].Real.HungUpBy == EndedBy.Agent ? HungUpBy.Peer : HungUpBy.Party;
            _agenda.Put(
                _agenda.Now + _guess.Talks[connect.Call.Id],
                () => Happens(new Event.CallEnded(_agenda.Now, connect.Call, HangupCause.NormalClearing, by)));
        }
    }

    void LosePatience(CallRef call)
    {
        if (_state.Callers.GetValueOrDefault(call)?.State is CallerState.Arrived or CallerState.Waiting or CallerState.Connecting)
        {
            Happens(new Event.CallEnded(_agenda.Now, call, HangupCause.NormalClearing, HungUpBy.Party));
        }
    }

    /// <summary>A later request to be woken takes the place of an earlier one.</summary>
    void Wake(DateTimeOffset at)
    {
        if (_wake == at)
        {
            _wake = null;
            Happens(new Event.Woke(_agenda.Now));
        }
    }
}
