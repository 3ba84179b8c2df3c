namespace Web3Tel.FreeSwitch.Legs;

/// <summary>The application that plays a sound: <c>speak</c> for <c>tts://engine|voice|text</c>, <c>playback</c> for all others.</summary>
/// <remarks>
/// <c>playback</c> would need mod_ssml for such a sound. What it has for speech, <c>say:</c>, leaves out the voice where <c>tts_voice</c> is not set, and
/// mod_tts_commandline takes FreeSWITCH down with that (1.10.12). <c>speak</c> hangs up where one of the three is missing: so they must be there.
/// </remarks>
readonly record struct SoundApplication(string Name, string Data)
{
    const string Spoken = "tts://";
    const int Parts = 3;

    public static SoundApplication Of(string source) =>
        source.StartsWith(Spoken, StringComparison.Ordinal) && source[Spoken.Length..] is var data && data.Split('|', Parts) is { Length: Parts } parts && parts.All(part => part.Length > 0)
            ? new("speak", data)
            : new("playback", source);
}
