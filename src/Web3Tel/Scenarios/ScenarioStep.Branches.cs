using System.Text.Json.Serialization;
using Web3Tel.Skills;
using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>Steps of which the caller hears nothing.</summary>
public abstract partial record ScenarioStep
{
    /// <summary>One way while it is open, another while it is closed.</summary>
    public sealed record Hours : ScenarioStep
    {
        /// <summary>Name of one of the scenario's calendars; null for that of the line.</summary>
        public string? Calendar { get; init; }

        public string? Open { get; init; }

        public string? Closed { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("open", Open), new("closed", Closed)];

        [JsonIgnore]
        public override bool IsInstant => true;
    }

    /// <summary>One way for callers whose number stands in a list, another for all others.</summary>
    public sealed record Callers : ScenarioStep
    {
        public required string List { get; init; }

        public string? Listed { get; init; }

        public string? Others { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("listed", Listed), new("others", Others)];

        [JsonIgnore]
        public override bool IsInstant => true;
    }

    /// <summary>The language from here on.</summary>
    public sealed record ChooseLanguage : ScenarioStep
    {
        public required Language Language { get; init; }

        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override bool IsInstant => true;
    }

    /// <summary>From how much earlier the place in queues counts, beside what line and caller have; the last one counts.</summary>
    public sealed record Priority : ScenarioStep
    {
        [JsonPropertyName("seconds")]
        public required TimeSpan Time { get; init; }

        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override bool IsInstant => true;
    }

    /// <summary>What the call asks of an operator from here on, beside what line and queue do; the last one counts.</summary>
    public sealed record Skills : ScenarioStep
    {
        public SkillSet Required { get; init; } = SkillSet.None;

        public SkillSet Preferred { get; init; } = SkillSet.None;

        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override bool IsInstant => true;
    }
}
