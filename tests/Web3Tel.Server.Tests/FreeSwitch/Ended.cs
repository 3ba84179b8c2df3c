using System.Text.Json.Serialization;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A call of the history, as the API tells it.</summary>
sealed record Ended(
    string Id,
    string Name,
    string Result,
    string? Agent,
    string? Recording,
    double? TalkedSeconds,
    DateTimeOffset? Joined,
    DateTimeOffset? Answered,
    [property: JsonPropertyName("ended")] DateTimeOffset EndedAt,
    IReadOnlyList<Step> Journey,
    string Direction = "",
    string Number = "",
    string Dialled = "",
    string HungUpBy = "",
    double? RecordingPausedSeconds = null,
    string? ConsultationOf = null)
{
    /// <summary>
    /// When the call center first decided that this caller gets the operator who answered. The bridge follows some milliseconds later;
    /// should it fail, the caller is handed over again, before everybody else.
    /// </summary>
    public DateTimeOffset HandedOver => Journey.First(step => step is { What: "offerEnded", Detail: "Answered" }).At;

    public override string ToString() =>
        $"{Name}, joined {Joined:O}\n{string.Join('\n', Journey.Select(step => $"  {step.At:O} {step.What} {step.Agent} {step.Detail}"))}";
}

sealed record Step(DateTimeOffset At, string What, string? Agent, string? Detail);
