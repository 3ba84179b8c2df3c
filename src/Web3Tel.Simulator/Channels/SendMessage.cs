namespace Web3Tel.Simulator.Channels;

/// <summary>What <c>sendmsg</c> asks of a channel.</summary>
/// <param name="Command"><c>execute</c> or <c>hangup</c>; anything else is ignored, as FreeSWITCH does.</param>
/// <param name="Application">The application to execute.</param>
/// <param name="Data">What it is given, or null for nothing.</param>
/// <param name="Uuid">What comes back as Application-UUID, or null for one made up.</param>
/// <param name="Lock">Whether nothing else may run until this has.</param>
/// <param name="Loops">How often to execute it.</param>
/// <param name="Cause">The cause of a hang-up.</param>
/// <param name="Done">Called when it has been carried out.</param>
sealed record SendMessage(
    string Command,
    string? Application = null,
    string? Data = null,
    string? Uuid = null,
    bool Lock = false,
    int Loops = 1,
    string? Cause = null,
    Action? Done = null);
