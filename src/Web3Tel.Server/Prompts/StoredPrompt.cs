using Web3Tel.Speech;

namespace Web3Tel.Server.Prompts;

/// <summary>A prompt as it stands in its file: <c>welcome.json</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it says, or null.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="File">Name of the file with its recording, in the same folder; null for none. Another recording has another name.</param>
/// <param name="Seconds">How long the recording is.</param>
/// <param name="Changed">When it was changed last.</param>
/// <param name="By">Who did.</param>
sealed record StoredPrompt(string Name, string? Text, Language Language, string? File, double Seconds, DateTimeOffset Changed, string By);
