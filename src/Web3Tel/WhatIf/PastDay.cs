using System.Collections.Immutable;
using Web3Tel.Distribution;

namespace Web3Tel.WhatIf;

/// <summary>A day of the journal, taken apart: what came from outside, without what the engine made of it.</summary>
/// <param name="To">Its end, exclusive; that of the journal where this ends in the day.</param>
/// <param name="Opening">Agents and queues at its beginning, without calls, with every switch at hand.</param>
/// <param name="Staffing">What agents did by themselves, and changes of the configuration, in order.</param>
/// <param name="Calls">Those who arrived and joined a queue that day and are over, in order of arrival.</param>
/// <param name="Phones">For each agent what the phone did when it rang, in order.</param>
/// <param name="Work">How the agents spent the day.</param>
/// <param name="Unfinished">Callers of the day who were still there when the journal ended: left out.</param>
public sealed record PastDay(
    DateTimeOffset From,
    DateTimeOffset To,
    CallCenter Opening,
    ImmutableArray<Event> Staffing,
    ImmutableArray<PastCall> Calls,
    ImmutableDictionary<string, ImmutableArray<PhoneAnswer>> Phones,
    Shifts Work,
    int Unfinished)
{
    /// <summary>Customers of the day who were to be called back: left out, nobody is called in a day that is run again.</summary>
    public int Callbacks { get; init; }

    /// <summary>Queues and agents as they were at last.</summary>
    public Configuration Configuration => Staffing.OfType<Event.Configured>().LastOrDefault()?.Configuration ?? Opening.Configuration;
}
