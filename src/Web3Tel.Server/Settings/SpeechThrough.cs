namespace Web3Tel.Server.Settings;

/// <summary>Who turns words into sound.</summary>
enum SpeechThrough
{
    /// <summary>The service, where its machine has the program; otherwise FreeSWITCH.</summary>
    Auto,

    /// <summary>A program on the service's machine writes files, which FreeSWITCH plays.</summary>
    Service,

    /// <summary>FreeSWITCH itself, by its mod_tts_commandline.</summary>
    FreeSwitch,
}
