namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>
/// How the dialplan knows that the service is there: a time in FreeSWITCH's own memory, written over the inbound connection.
/// FreeSWITCH expands <c>strepoch()</c> itself, so its clock and ours need not agree.
/// </summary>
static class Heartbeat
{
    public const string Command = "expand hash insert/web3tel/beat/${strepoch()}";

    /// <summary>Says at once that the service is going, so that nobody waits three seconds for it.</summary>
    public const string Stop = "hash delete/web3tel/beat";
}
