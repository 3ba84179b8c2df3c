using System.Collections.Immutable;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.WhatIf;

/// <summary>Collects what phones did when they rang.</summary>
sealed class Phones
{
    /// <summary>An agent whose phone stopped ringing because the caller had gone would have answered so much later.</summary>
    static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    readonly Dictionary<long, (string Agent, DateTimeOffset Since, TimeSpan RingTime)> _ringing = [];
    readonly Dictionary<string, List<PhoneAnswer>> _answers = new(StringComparer.Ordinal);

    public void Read(Moment moment)
    {
        switch (moment.Happened)
        {
            case Event.OfferAnswered answered:
                End(answered.Offer, OfferOutcome.Answered, moment.At);
                break;
            case Event.OfferFailed failed:
                End(failed.Offer, failed.Outcome, moment.At);
                break;
        }

        foreach (var effect in moment.Effects)
        {
            switch (effect)
            {
                case Effect.Ring ring:
                    _ringing[ring.Offer] = (ring.Dial.Variables[CallVariables.Agent], moment.At, ring.Dial.RingTime);
                    break;
                case Effect.Withdraw withdraw:
                    Withdraw(withdraw.Offer, moment.At);
                    break;
            }
        }
    }

    public ImmutableDictionary<string, ImmutableArray<PhoneAnswer>> ToImmutable() =>
        _answers.ToImmutableDictionary(agent => agent.Key, agent => agent.Value.ToImmutableArray());

    void Withdraw(long offer, DateTimeOffset at)
    {
        if (_ringing.TryGetValue(offer, out var ringing))
        {
            var rang = at - ringing.Since;
            End(offer, rang < ringing.RingTime ? OfferOutcome.Answered : OfferOutcome.NoAnswer, at + (rang < ringing.RingTime ? AMoment : TimeSpan.Zero));
        }
    }

    void End(long offer, OfferOutcome outcome, DateTimeOffset at)
    {
        if (!_ringing.Remove(offer, out var ringing))
        {
            return;
        }

        if (!_answers.TryGetValue(ringing.Agent, out var answers))
        {
            _answers[ringing.Agent] = answers = [];
        }

        // What we lost sight of says nothing about the agent.
        if (outcome != OfferOutcome.LostSight)
        {
            answers.Add(new PhoneAnswer(outcome, at > ringing.Since ? at - ringing.Since : TimeSpan.Zero));
        }
    }
}
