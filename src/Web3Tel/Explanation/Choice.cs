using System.Collections.Immutable;

namespace Web3Tel.Explanation;

/// <summary>Why a caller was offered to this agent and to no other.</summary>
/// <param name="Agent">Id of the agent whose phone rings.</param>
/// <param name="Again">The agent had this caller in vain before, and so had everybody who is ready.</param>
/// <param name="SpokenWithLast">The caller waited for this agent alone, whoever else was ready: they had spoken with each other last.</param>
/// <param name="Others">Those who serve the queue as well, the ready ones first; <see cref="Most"/> at most.</param>
/// <param name="LeftOut">How many more there are.</param>
public sealed record Choice(
    string Queue,
    string Agent,
    string Name,
    Merit Merit,
    bool Again,
    bool SpokenWithLast,
    ImmutableArray<PassedOver> Others,
    int LeftOut)
{
    /// <summary>So many others are named: the answer stays readable in a call center of a thousand.</summary>
    public const int Most = 20;
}
