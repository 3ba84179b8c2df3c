using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Web3Tel.Scenarios;

/// <summary>Steps at which the caller is served: the call ends with them, unless they lead on.</summary>
public abstract partial record ScenarioStep
{
    /// <summary>Waits in a queue until there is an operator.</summary>
    public sealed record Queue : ScenarioStep
    {
        [JsonPropertyName("queue")]
        public required string Name { get; init; }

        /// <summary>How long the caller waits here; null for as long as the queue says.</summary>
        [JsonPropertyName("patienceSeconds")]
        public TimeSpan? Patience { get; init; }

        /// <summary>Keys and the ids of the steps they lead to, beside the exit keys of the queue, which go before.</summary>
        public ImmutableSortedDictionary<string, string> Keys { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

        /// <summary>What follows when the queue is full, has no operator or no more time, and does not say itself what then; null for the end of the call.</summary>
        public string? Otherwise { get; init; }

        /// <summary>The same with one way more.</summary>
        /// <exception cref="ArgumentException">The key leads somewhere else already.</exception>
        public Queue On(string key, string step) => this with { Keys = Keys.Add(key, step) };

        [JsonIgnore]
        public override IEnumerable<Way> Ways =>
        [
            .. Keys.Select(key => new Way($"keys.{key.Key}", key.Value, WithoutCaller: false)),
            new("otherwise", Otherwise, IsNeeded: Patience is not null),
        ];

        [JsonIgnore]
        public override bool IsEnd => true;
    }

    /// <summary>Rings one operator: waits in the queue of that operator alone.</summary>
    public sealed record Operator : ScenarioStep
    {
        [JsonPropertyName("operator")]
        public required string Id { get; init; }

        [JsonPropertyName("patienceSeconds")]
        public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

        /// <summary>What follows when the operator is not at work, or has not answered by then.</summary>
        public string? Otherwise { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("otherwise", Otherwise)];

        [JsonIgnore]
        public override bool IsEnd => true;
    }

    /// <summary>A telephone outside, by the line out.</summary>
    public sealed record Number : ScenarioStep
    {
        /// <summary>May have <c>{name}</c> of what was collected.</summary>
        [JsonPropertyName("number")]
        public required string To { get; init; }

        /// <summary>What follows when it cannot be reached; null for the end of the call.</summary>
        public string? Otherwise { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("otherwise", Otherwise, IsNeeded: false)];

        [JsonIgnore]
        public override bool IsEnd => true;
    }

    /// <summary>Leaves a message.</summary>
    public sealed record Voicemail : ScenarioStep
    {
        /// <summary>Such as <c>queue:sales</c>; null for that of the queue the caller was in, or else of the line.</summary>
        public string? Mailbox { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [];

        [JsonIgnore]
        public override bool IsEnd => true;
    }

    /// <summary>Offers to be called back by a queue.</summary>
    public sealed record Callback : ScenarioStep
    {
        [JsonPropertyName("queue")]
        public required string Name { get; init; }

        /// <summary>What follows when the call back is promised; null for the end of the call.</summary>
        public string? Next { get; init; }

        /// <summary>What follows for callers who do not want it, or cannot be promised it.</summary>
        public string? Otherwise { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next, IsNeeded: false, WithoutCaller: false), new("otherwise", Otherwise)];
    }

    /// <summary>The end of the call.</summary>
    public sealed record HangUp : ScenarioStep
    {
        /// <summary>What is heard before; null for nothing.</summary>
        public ScenarioPrompt? Prompt { get; init; }

        /// <summary>The Q.850 name of the cause: before the call is taken, <c>USER_BUSY</c> is the busy tone.</summary>
        public string Cause { get; init; } = "NORMAL_CLEARING";

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [];

        [JsonIgnore]
        public override bool IsEnd => true;

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => Present(("prompt", Prompt));
    }
}
