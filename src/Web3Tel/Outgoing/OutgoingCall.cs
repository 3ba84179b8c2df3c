using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Outgoing;

/// <summary>A call of an agent to a number outside, from the wish to its end. Beside what the agent does otherwise.</summary>
/// <param name="Number">Unique, growing; shared with offers and guests. The ringing of the number outside has the next one.</param>
/// <param name="Call">The agent's own call: dialled by the phone, or made by us to the phone. Its id is that of the whole in the history.</param>
/// <param name="Leg">The call to the number.</param>
/// <param name="To">The number outside.</param>
/// <param name="Shown">The number that is shown there; empty for the gateway's own.</param>
/// <param name="Until">When this state ends by itself; of a conversation, when the switch is asked whether it still has both, if nothing is heard before.</param>
public sealed record OutgoingCall(
    long Number,
    string Agent,
    CallRef Call,
    CallRef Leg,
    string To,
    string Shown,
    OutgoingState State,
    DateTimeOffset Began,
    DateTimeOffset Since,
    DateTimeOffset? Until)
{
    /// <summary>The queue it is counted to, if one was named.</summary>
    public string? Queue { get; init; }

    /// <summary>We ring the agent's phone first, and that call is ours; otherwise the phone has dialled.</summary>
    public bool ByService { get; init; }

    /// <summary>
    /// Where its conversation is recorded. Known from the beginning, and named after it: where the journal lost the last moments before a
    /// death of the service, and the two are found in conversation, it is still known.
    /// </summary>
    public string? Recording { get; init; }

    /// <summary>In conversation: the two are no longer joined, and only who hung up is not known yet.</summary>
    public bool Parted { get; init; }

    /// <summary>The conversation, if there was one.</summary>
    public Talk? Talk { get; init; }

    /// <summary>What will stand in the history, once the end is only waited for.</summary>
    public OutgoingEnd? End { get; init; }

    public ImmutableList<JourneyStep> Journey { get; init => field = value ?? []; } = [];

    /// <summary>Number of the ringing outside.</summary>
    internal long Ring => Number + 1;

    internal OutgoingCall With(DateTimeOffset at, JourneyEvent what, string? detail = null) =>
        this with { Journey = Journey.Add(new JourneyStep(at, what, Agent, detail)) };
}
