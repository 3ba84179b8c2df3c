using Web3Tel.Calls;

namespace Web3Tel.Distribution;

public abstract partial record Event
{
    /// <summary>A command to a conversation, by its agent or a supervisor. <see cref="TalkCommand"/> tells when it makes sense.</summary>
    public interface ITalkCommand
    {
        /// <summary>The caller's call.</summary>
        CallRef Call { get; }

        /// <summary>Who gave it; null for nobody in particular.</summary>
        string? By { get; }
    }

    public sealed record HoldAsked(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    public sealed record ResumeAsked(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    /// <summary>The recording shall be silent for a while, such as for a card number; asked once more, its time begins anew.</summary>
    public sealed record RecordingPauseAsked(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    /// <summary>The recording shall be silent no longer.</summary>
    public sealed record RecordingResumeAsked(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    /// <summary>The caller goes to somebody else, unasked.</summary>
    /// <param name="To">An agent's id, a queue's name, or a number.</param>
    public sealed record TransferAsked(DateTimeOffset At, CallRef Call, TransferKind Kind, string To, string? By = null) : Event(At), ITalkCommand;

    /// <summary>The agent wants to ask somebody while the caller hears music.</summary>
    /// <param name="To">An agent's id, a number, or a queue's name: whoever is free in it and next by its strategy.</param>
    public sealed record ConsultAsked(DateTimeOffset At, CallRef Call, TransferKind Kind, string To, string? By = null) : Event(At), ITalkCommand;

    /// <summary>The caller goes to who was asked.</summary>
    public sealed record ConsultCompleted(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    /// <summary>The caller is given back to the agent.</summary>
    public sealed record ConsultCancelled(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    /// <summary>Somebody wants to listen to the conversation.</summary>
    /// <param name="To">Whose phone to ring: an agent's id or a number.</param>
    public sealed record ListenAsked(DateTimeOffset At, CallRef Call, string To, ListenMode Mode, string? By = null) : Event(At), ITalkCommand;

    /// <summary>A supervisor wants the caller; the conversation goes on until the supervisor's phone is answered.</summary>
    /// <param name="To">Whose phone to ring: an agent's id or a number.</param>
    public sealed record TakeOverAsked(DateTimeOffset At, CallRef Call, string To, string? By = null) : Event(At), ITalkCommand;

    public sealed record HangUpAsked(DateTimeOffset At, CallRef Call, string? By = null) : Event(At), ITalkCommand;

    /// <summary>A supervisor gives a waiting caller another place.</summary>
    /// <param name="Queue">The queue to wait in; null for the same.</param>
    /// <param name="Position">The place, 1 for the first, beyond the last for the last; null for the place by the time waited.</param>
    public sealed record MoveAsked(DateTimeOffset At, CallRef Call, string? Queue, int? Position, string? By = null) : Event(At), ITalkCommand;
}
