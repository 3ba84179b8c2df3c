namespace Web3Tel.Simulator.Events;

/// <summary>What a FreeSWITCH says of itself in every event. The core's uuid changes with every start.</summary>
sealed class SwitchIdentity(string hostname)
{
    public string CoreUuid { get; set; } = "";

    public string Hostname => hostname;

    public string IPv4 { get; } = "192.0.2.2";

    public string IPv6 { get; } = "fd00::2";
}
