using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Web3Tel.Scenarios;

/// <summary>Steps that ask the caller.</summary>
public abstract partial record ScenarioStep
{
    /// <summary>A question answered by keys, which count at once, also those pressed before it was asked. A menu may lead to another menu.</summary>
    public sealed record Menu : ScenarioStep
    {
        public required ScenarioPrompt Prompt { get; init; }

        /// <summary>What is heard after a wrong key, before the prompt comes again; null for nothing.</summary>
        public ScenarioPrompt? Sorry { get; init; }

        /// <summary>Keys, one or several, and the ids of the steps they lead to.</summary>
        public ImmutableSortedDictionary<string, string> Keys { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

        /// <summary>The key to the menu before; empty for none.</summary>
        [JsonPropertyName("back")]
        public string BackKey { get; init; } = "*";

        /// <summary>The key to the scenario's <see cref="Scenario.Operator"/>, where it has one; empty for none.</summary>
        [JsonPropertyName("operator")]
        public string OperatorKey { get; init; } = "0";

        /// <summary>The key by which the menu is heard again; empty for none.</summary>
        [JsonPropertyName("repeat")]
        public string RepeatKey { get; init; } = "#";

        /// <summary>Operators who are dialled directly by their ids.</summary>
        public ImmutableArray<string> Extensions { get; init; } = [];

        /// <summary>How often it is asked.</summary>
        public int Tries { get; init; } = 3;

        /// <summary>How long the caller may think once the prompt is over.</summary>
        [JsonPropertyName("patienceSeconds")]
        public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

        /// <summary>How long to wait for a further key where one is possible.</summary>
        [JsonPropertyName("betweenKeysSeconds")]
        public TimeSpan BetweenKeys { get; init; } = TimeSpan.FromSeconds(3);

        /// <summary>What follows when the caller was silent, or wrong, too often, or an extension did not answer.</summary>
        public string? Otherwise { get; init; }

        /// <summary>What follows when the caller was silent too often; null for <see cref="Otherwise"/>.</summary>
        public string? Silent { get; init; }

        /// <summary>What follows when the caller was wrong too often; null for <see cref="Otherwise"/>.</summary>
        public string? Wrong { get; init; }

        /// <summary>The same with one way more.</summary>
        /// <exception cref="ArgumentException">The key leads somewhere else already.</exception>
        public Menu On(string keys, string step) => this with { Keys = Keys.Add(keys, step) };

        /// <summary>Whether the key, which may be empty for none, has no other meaning here.</summary>
        internal bool IsFree(string key) => key.Length > 0 && !Keys.ContainsKey(key) && !Extensions.Contains(key);

        /// <summary>Otherwise is not needed where silence and wrong keys have their own, and nobody is dialled directly.</summary>
        [JsonIgnore]
        public override IEnumerable<Way> Ways =>
        [
            .. Keys.Select(key => new Way($"keys.{key.Key}", key.Value, WithoutCaller: false)),
            new("otherwise", Otherwise, IsNeeded: Silent is null || Wrong is null || !Extensions.IsEmpty),
            new("silent", Silent, IsNeeded: false),
            new("wrong", Wrong, IsNeeded: false, WithoutCaller: false),
        ];

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => Present(("prompt", Prompt), ("sorry", Sorry));
    }

    /// <summary>A number the caller enters, ended by <c>#</c> or silence, for what comes later.</summary>
    public sealed record Collect : ScenarioStep
    {
        public required ScenarioPrompt Prompt { get; init; }

        /// <summary>The name under which it is kept: <c>{name}</c> in texts and numbers. Also a variable of the call, <c>web3tel_note_name</c>.</summary>
        public required string Name { get; init; }

        public int Least { get; init; } = 1;

        public int Most { get; init; } = 20;

        /// <summary>How often it is asked.</summary>
        public int Tries { get; init; } = 2;

        /// <summary>How long to wait for each key.</summary>
        [JsonPropertyName("patienceSeconds")]
        public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

        public string? Next { get; init; }

        /// <summary>What follows when too little was entered.</summary>
        public string? Otherwise { get; init; }

        [JsonIgnore]
        public override IEnumerable<Way> Ways => [new("next", Next, WithoutCaller: false), new("otherwise", Otherwise)];

        [JsonIgnore]
        public override IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => [("prompt", Prompt)];
    }
}
