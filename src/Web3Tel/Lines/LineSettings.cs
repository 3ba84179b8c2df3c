using Web3Tel.Queues;
using Web3Tel.Skills;
using Web3Tel.Speech;

namespace Web3Tel.Lines;

/// <summary>A number that callers dial.</summary>
/// <param name="Number">As the switch tells it.</param>
public sealed record LineSettings(string Number)
{
    /// <summary>How much earlier than they joined its callers are served; negative for later.</summary>
    public TimeSpan Priority { get; init; }

    /// <summary>What its calls ask of an operator; null for nothing.</summary>
    public SkillDemand? Demand { get; init; }

    /// <summary>How many callers it holds at once, from arrival to the end of the call; null for any number.</summary>
    public int? Channels { get; init; }

    /// <summary>Name of the scenario its callers go through; null for none: then they are greeted and queue.</summary>
    public string? Scenario { get; init; }

    /// <summary>What is spoken in the scenario; null for what that says.</summary>
    public Language? Language { get; init; }

    /// <summary>Whose clock the scenario's hours go by, such as <c>Europe/Moscow</c>; null for the service's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Name of the scenario's calendar for steps that name none; null for none.</summary>
    public string? Calendar { get; init; }

    /// <summary>Whether conversations are recorded of callers who are put through to a number outside before any queue; null for yes.</summary>
    public bool? Record { get; init; }

    /// <summary>
    /// What its callers hear first of all, and who is called back before the conversation, so that they know that they are recorded; null for
    /// nothing. The call is answered for it.
    /// </summary>
    public string? RecordingNotice { get; init; }

    /// <summary>Where a caller goes who is one too many; null for the busy tone, without an answer.</summary>
    public NextStep? WhenBusy { get; init; }
}
