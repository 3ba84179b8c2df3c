namespace Web3Tel.Server.Settings;

/// <summary>The FreeSWITCH we serve, over its inbound event socket.</summary>
/// <param name="Node">The name it has in logs, journal and API.</param>
/// <param name="Host">Host name or address of <c>mod_event_socket</c>.</param>
/// <param name="Port">Its port.</param>
/// <param name="Password">Its password; never shown.</param>
sealed record SwitchSettings(string Node, string Host, int Port, string Password)
{
    public override string ToString() => $"{Node} at {Host}:{Port}";
}
