using System.Collections.Immutable;
using Web3Tel.Distribution;

namespace Web3Tel.WhatIf;

/// <summary>Fills in what the journal cannot know, from what it does know of others, by chance with a seed.</summary>
sealed class Guess
{
    static readonly PhoneAnswer Usual = new(OfferOutcome.Answered, TimeSpan.FromSeconds(4));
    static readonly TimeSpan UsualTalk = TimeSpan.FromMinutes(3);

    readonly Random _random;
    readonly Dictionary<string, Queue<PhoneAnswer>> _phones;
    readonly PhoneAnswer[] _allPhones;
    readonly ILookup<string, TimeSpan> _talks;
    readonly TimeSpan[] _allTalks;

    public Guess(PastDay day, int seed)
    {
        _random = new Random(seed);
        _phones = day.Phones.ToDictionary(agent => agent.Key, agent => new Queue<PhoneAnswer>(agent.Value), StringComparer.Ordinal);
        _allPhones = [.. day.Phones.OrderBy(agent => agent.Key, StringComparer.Ordinal).SelectMany(agent => agent.Value)];
        var talked = day.Calls.Where(call => call.Talk is not null).ToArray();
        _talks = talked.ToLookup(call => call.Real.Queue!, call => call.Talk!.Value);
        _allTalks = [.. talked.Select(call => call.Talk!.Value)];
        Talks = day.Calls.ToImmutableDictionary(call => call.Arrived.Call.Id, TalkOf);
    }

    /// <summary>How long each caller talks; of those who did not, one of the conversations of the queue.</summary>
    public ImmutableDictionary<string, TimeSpan> Talks { get; }

    /// <summary>What the agent did at the next ring of that day; when there were no more, what one of all agents did.</summary>
    public PhoneAnswer NextAnswer(string agent) =>
        _phones.TryGetValue(agent, out var own) && own.TryDequeue(out var answer) ? answer
        : _allPhones.Length == 0 ? Usual
        : _allPhones[_random.Next(_allPhones.Length)];

    TimeSpan TalkOf(PastCall call)
    {
        if (call.Talk is { } talk)
        {
            return talk;
        }

        TimeSpan[] others = [.. _talks[call.Joined.Queue]];
        others = others.Length > 0 ? others : _allTalks;
        return others.Length > 0 ? others[_random.Next(others.Length)] : UsualTalk;
    }
}
