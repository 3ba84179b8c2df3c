using System.Text.Json.Serialization;

namespace Web3Tel.Scenarios;

/// <summary>Steps in which the caller hears something and goes on.</summary>
public abstract partial record ScenarioStep
{
    /// <summary>Takes the call. Steps that need it do so by themselves: this one is for taking it earlier.</summary>
    public sealed record Answer : ScenarioStep
    {
        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override bool IsInstant => true;
    }

    /// <summary>The ringing tone of a country, without taking the call: nobody pays for it.</summary>
    public sealed record Ring : ScenarioStep
    {
        public Ringback Country { get; init; }

        [JsonPropertyName("seconds")]
        public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(8);

        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];
    }

    /// <summary>As <see cref="Play"/>, but once in a call: who comes this way again does not hear it again.</summary>
    public sealed record Greeting : ScenarioStep
    {
        public required ScenarioPrompt Prompt { get; init; }

        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => [("prompt", Prompt)];

        /// <summary>The second time nothing is heard.</summary>
        [JsonIgnore]
        public override bool IsInstant => true;
    }

    /// <summary>Plays a sound to its end, or to a key, which counts in the next menu.</summary>
    public sealed record Play : ScenarioStep
    {
        public required ScenarioPrompt Prompt { get; init; }

        /// <summary>Whether it is heard without taking the call, where that is still possible.</summary>
        public bool Early { get; init; }

        /// <summary>Whether it is heard to its end, whatever is pressed.</summary>
        public bool ToItsEnd { get; init; }

        public string? Next { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => [("prompt", Prompt)];
    }

    /// <summary>Speaks a text, <c>{name}</c> in it replaced by what was collected under that name.</summary>
    public sealed record Say : ScenarioStep
    {
        [JsonPropertyName("en")]
        public string? English { get; init; }

        [JsonPropertyName("ru")]
        public string? Russian { get; init; }

        public string? Next { get; init; }

        [JsonIgnore]
        public ScenarioPrompt Prompt => new(null, English, Russian);

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next)];

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => [("en", Prompt)];
    }

    /// <summary>Reads out what a text, a file or a web page says, and goes on.</summary>
    public sealed record Information : ScenarioStep
    {
        /// <summary>Where it is read from: a path of a file, or an address with http:// or https://.</summary>
        public required string Source { get; init; }

        /// <summary>How long the source may take.</summary>
        [JsonPropertyName("timeoutSeconds")]
        public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

        /// <summary>What is heard when the source does not answer, or answers nothing that can be read; null for nothing.</summary>
        public ScenarioPrompt? Fallback { get; init; }

        public string? Next { get; init; }

        /// <summary>What follows when the source could not be read; null for what follows anyway.</summary>
        public string? Failed { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next), new("failed", Failed, IsNeeded: false)];

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => Present(("fallback", Fallback));
    }
}
