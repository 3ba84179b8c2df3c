using System.Collections.Immutable;
using Web3Tel.History;

namespace Web3Tel.Server.Recordings;

/// <summary>A recorded conversation: what the history says of the call, and what is known of the file.</summary>
public sealed record Recording
{
    /// <summary>The call's id, as in the history, the journal and the logs.</summary>
    public required string Id { get; init; }

    /// <summary>When the conversation began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long they talked, as the history counts it.</summary>
    public required double Seconds { get; init; }

    /// <summary>Ids of the operators who talked, in order.</summary>
    public required ImmutableArray<string> Operators { get; init; }

    /// <summary>Number of who called, and of a consultation of the caller it is about; empty when withheld.</summary>
    public required string From { get; init; }

    /// <summary>The caller's name; may hold any character.</summary>
    public required string Name { get; init; }

    /// <summary>Number of who was called; of who was asked, or the operator's id.</summary>
    public required string To { get; init; }

    /// <summary>The number outside that the caller was put through to, or empty.</summary>
    public string Outside { get; init; } = "";

    /// <summary>Of a conversation of an operator with somebody who was asked, the id of the caller's call; of all others empty.</summary>
    public string ConsultationOf { get; init; } = "";

    public required string? Queue { get; init; }

    /// <summary>The number of ours that the call came in by, or that was shown to who was called; of a consultation empty.</summary>
    public required string Line { get; init; }

    public required CallDirection Direction { get; init; }

    public required CallResult Result { get; init; }

    /// <summary>Id of the result that the operator gave last, or empty.</summary>
    public string ResultCode { get; init; } = "";

    /// <summary>Where the file is, under the recordings folder.</summary>
    public required string Path { get; init; }

    /// <summary>How long of it is silence on purpose, since the recording was paused.</summary>
    public double PausedSeconds { get; init; }

    public FileState File { get; init; }

    /// <summary>Bytes of the finished file, or 0.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the finished file, in small hexadecimal letters, or empty.</summary>
    public string Sha256 { get; init; } = "";

    public DateTimeOffset End => Start + TimeSpan.FromSeconds(Seconds);

    /// <summary>The recording of an ended call; null when there was none.</summary>
    public static Recording? Of(HistoryEntry call) => call.Recording is { } path ? Of(call, path, isRest: call.Direction == CallDirection.Outgoing && !call.IsByOperator) : null;

    /// <summary>Whether the history has nothing new to say.</summary>
    public bool TellsOfTheSameCall(Recording other) =>
        Operators.SequenceEqual(other.Operators) && this with { Operators = other.Operators, File = other.File, Size = other.Size, Sha256 = other.Sha256 } == other;

    /// <param name="isRest">The rest of an outgoing call that was transferred: who was called stands in the history as who called.</param>
    static Recording Of(HistoryEntry call, string path, bool isRest) => new()
    {
        Id = call.Id,
        Start = call.Answered ?? call.Outside?.Began ?? call.Arrived,
        Seconds = call.Answered is null && call.Outside is { } outside ? Math.Max(0, ((outside.Ended ?? call.Ended) - outside.Began).TotalSeconds) : call.TalkedSeconds,
        Operators =
        [
            .. call.Journey.Where(step => step.What == JourneyEvent.Connected).Select(step => step.Agent).Append(call.Agent).OfType<string>().Distinct(),
        ],
        From = isRest ? call.Dialled : call.Number,
        Name = call.Name,
        To = isRest ? call.Number : call.Dialled,
        Outside = call.Outside?.To ?? "",
        ConsultationOf = call.ConsultationOf ?? "",
        Queue = call.Queue,
        Line = call.Direction == CallDirection.Consultation ? "" : call.IsByOperator ? call.Number : call.Dialled,
        Direction = call.Direction,
        Result = call.Result,
        ResultCode = call.Note?.Result ?? "",
        Path = path,
        PausedSeconds = call.RecordingPausedSeconds,
    };
}
