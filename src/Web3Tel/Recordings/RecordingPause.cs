namespace Web3Tel.Recordings;

/// <summary>
/// Silence in a recording, such as while a card number is spoken. It belongs to the recording, not to who asked for it: it goes with the
/// call through transfers and queues until it is ended, or its time is up.
/// </summary>
/// <param name="Since">When the silence began; when it was asked for, while the switch has not said so.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="By">Who asked for it; null for nobody in particular.</param>
public sealed record RecordingPause(PauseState State, DateTimeOffset Since, DateTimeOffset Until, string? By)
{
    /// <summary>When the switch is told once more, as it has not said that it did; null when it need not be.</summary>
    public DateTimeOffset? Again { get; init; }

    /// <summary>Beginning: the switch has been told before, and may have done it.</summary>
    public bool InDoubt { get; init; }

    /// <summary>Ending: the switch has said before that it wrote silence. Without that nobody knows whether it did.</summary>
    public bool WasSilent { get; init; }

    /// <summary>Whether it was its time that ended it.</summary>
    public bool TimeIsUp { get; init; }

    /// <summary>Whether the switch has said that it writes silence.</summary>
    internal bool IsConfirmed => State == PauseState.Paused || WasSilent;

    /// <summary>How long the switch has written silence by that time, as far as it has said so.</summary>
    internal TimeSpan Silent(DateTimeOffset at) => IsConfirmed ? Lasted(at) : TimeSpan.Zero;

    /// <summary>How long ago it began, or was asked for. A clock set back takes nothing away.</summary>
    internal TimeSpan Lasted(DateTimeOffset at) => at > Since ? at - Since : TimeSpan.Zero;

    /// <summary>When something is to be done about it.</summary>
    internal DateTimeOffset Due => State switch
    {
        PauseState.Beginning => Again < Until ? Again.Value : Until,
        PauseState.Paused => Until,
        PauseState.Ending => Again ?? Until,
    };
}
