namespace Web3Tel.Voicemail;

/// <summary>What a caller may do with what was recorded.</summary>
enum AfterRecording
{
    Listen,
    Keep,
    Again,
}
