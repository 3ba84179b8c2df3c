using System.Collections.Immutable;

namespace Web3Tel.Server.SetUp;

/// <summary>What stands in a file with a whole set-up.</summary>
/// <param name="Configuration">The document.</param>
/// <param name="Scenarios">Documents by name.</param>
/// <param name="Prompts">By name.</param>
/// <param name="Sounds">By name of the prompt, where the sound lies until it is taken.</param>
sealed record SetUpContent(
    string Configuration,
    ImmutableSortedDictionary<string, string> Scenarios,
    ImmutableSortedDictionary<string, PromptInFile> Prompts,
    ImmutableSortedDictionary<string, string> Sounds);
