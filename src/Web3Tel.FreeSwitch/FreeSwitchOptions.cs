namespace Web3Tel.FreeSwitch;

/// <summary>How the call center uses one FreeSWITCH.</summary>
public sealed record FreeSwitchOptions
{
    /// <summary>The node's name in references to calls. Do not change it while calls are in progress.</summary>
    public string Node { get; init; } = "fs1";

    /// <summary>Where FreeSWITCH writes recordings, as FreeSWITCH names that folder: an absolute path.</summary>
    public string Recordings { get; init; } = "/var/lib/web3tel/recordings";

    /// <summary>The dialplan's context by which callers reach the service: customers who are called back come by it, too.</summary>
    public string Context { get; init; } = "public";

    /// <summary>Whether keys are heard that are pressed on operators' legs: an event of some kilobytes for every key of every call.</summary>
    public bool HearsKeys { get; init; }

    /// <summary>How often to tell the dialplan that the service is there. The dialplan believes it for three seconds.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long a bridge may take from the command to both being able to talk.</summary>
    public TimeSpan BridgeTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answered operator's leg waits for its bridge before FreeSWITCH itself frees it.</summary>
    public TimeSpan ParkTime { get; init; } = TimeSpan.FromSeconds(5);
}
