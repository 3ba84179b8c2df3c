using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;

namespace Web3Tel.History;

/// <summary>An ended call, with all that happened to it.</summary>
public sealed record HistoryEntry
{
    /// <summary>The call's id on its switch: unique, and the same throughout logs, journal and recordings.</summary>
    public required string Id { get; init; }

    public required string Node { get; init; }

    /// <summary>
    /// Of a conversation of an agent with somebody who was asked the id of the caller's call, which was on hold: number and name are the caller's, and who was
    /// asked is in <see cref="Dialled"/>, an agent's id or a number. Null for all other calls.
    /// </summary>
    public string? ConsultationOf { get; init; }

    /// <summary>Who called whom. Outgoing, the id is that of the agent's own call, the number is the one shown, and the number called is in <see cref="Dialled"/>.</summary>
    public CallDirection Direction { get; init; }

    /// <summary>The caller's number; empty when withheld.</summary>
    public required string Number { get; init; }

    /// <summary>The caller's name; may hold any character.</summary>
    public required string Name { get; init; }

    public required string Dialled { get; init; }

    /// <summary>The queue joined, or null.</summary>
    public string? Queue { get; init; }

    public required DateTimeOffset Arrived { get; init; }

    public DateTimeOffset? Joined { get; init; }

    /// <summary>When the conversation with the agent began.</summary>
    public DateTimeOffset? Answered { get; init; }

    public required DateTimeOffset Ended { get; init; }

    /// <summary>Id of the agent spoken with.</summary>
    public string? Agent { get; init; }

    /// <summary>From joining to the conversation, or to the end without one.</summary>
    public double WaitedSeconds { get; init; }

    public double TalkedSeconds { get; init; }

    /// <summary>The conversation with a number outside that the caller was put through to, or null. After one with an agent it counts as talked, too.</summary>
    public OutsideTalk? Outside { get; init; }

    /// <summary>Path under the recordings folder, or null.</summary>
    public string? Recording { get; init; }

    /// <summary>How long of the recording is silence on purpose, as far as the switch has said so; the journey tells of pauses that it has not confirmed.</summary>
    public double RecordingPausedSeconds { get; init; }

    /// <summary>The mark the caller gave last, or null; the journey says in which survey, and for whom.</summary>
    public int? Mark { get; init; }

    /// <summary>What an agent wrote last of the conversation; null for nothing. All that was written is in the journey.</summary>
    public CallNote? Note { get; init; }

    /// <summary>What became of the wish to be called back, where this call is that; null for any other call.</summary>
    public CallbackEnd? Callback { get; init; }

    public required CallResult Result { get; init; }

    public required HangupCause Cause { get; init; }

    public required EndedBy HungUpBy { get; init; }

    public required ImmutableList<JourneyStep> Journey { get; init; }

    /// <summary>The operator's side of an outgoing call; who was called has an entry of their own when transferred.</summary>
    [JsonIgnore]
    public bool IsByOperator => Direction == CallDirection.Outgoing && Journey is [{ What: JourneyEvent.CallsOut }, ..];

    /// <summary>The number of the other person, whoever called whom; empty when withheld.</summary>
    [JsonIgnore]
    public string Other => IsByOperator ? Dialled : Number;
}
