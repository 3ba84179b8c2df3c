using Web3Tel.Speech;

namespace Web3Tel.Server.SetUp;

/// <summary>A prompt in a file with a whole set-up.</summary>
/// <param name="Text">What it says; null when nobody has written that down.</param>
sealed record PromptInFile(string? Text, Language? Language);
