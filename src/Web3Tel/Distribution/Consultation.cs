using System.Collections.Immutable;
using Web3Tel.History;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution;

/// <summary>
/// What an agent and somebody who is asked say to each other while the caller hears music: a conversation of its own, with its own recording, in the
/// history by the id of the leg to who is asked.
/// </summary>
/// <param name="Agent">Who asks.</param>
/// <param name="Queue">The queue whose caller it is about.</param>
/// <param name="Asked">When the other began to be rung.</param>
/// <param name="Recording">Where it is recorded; null where it is not.</param>
public sealed record Consultation(string Agent, string? Queue, DateTimeOffset Asked, string? Recording)
{
    /// <summary>When the two could talk; null before.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The pause of the recording; null for none.</summary>
    public RecordingPause? Pause { get; init; }

    /// <summary>How long earlier pauses of the recording were, together.</summary>
    public TimeSpan Paused { get; init; }

    public ImmutableList<JourneyStep> Journey { get; init => field = value ?? []; } = [];

    /// <summary>Who is asked has heard that it is recorded.</summary>
    internal bool IsTold => Journey.Exists(step => step.What == JourneyEvent.RecordingAnnounced);

    internal Consultation With(DateTimeOffset at, JourneyEvent what, string? agent, string? detail = null) =>
        this with { Journey = Journey.Add(new JourneyStep(at, what, agent, detail)) };
}
