using System.Globalization;

namespace Web3Tel.Simulator.Commands;

/// <summary>What the switch says of itself.</summary>
static class StatusCommands
{
    /// <summary>The provider of the service's own settings, who knows us by our address.</summary>
    const string Gateways =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<gateways>\n  <gateway>\n    <name>provider</name>\n    <profile>internal</profile>\n    <proxy>sip:127.0.0.1:5080</proxy>\n    <state>NOREG</state>\n    <status>UP</status>\n  </gateway>\n</gateways>\n";

    const string Name = "FreeSWITCH (Version 1.10.12-release git a88d069 2024-08-02 21:02:27Z 64bit)";

    public static string Version(SimulatedFreeSwitch freeSwitch, string argument) =>
        "FreeSWITCH Version 1.10.12-release+git~20240802T210227Z~a88d069d6f~64bit (git a88d069 2024-08-02 21:02:27Z 64bit)\n";

    public static string Status(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var up = freeSwitch.Now - freeSwitch.Started;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            UP {up.Days / 365} years, {up.Days % 365} days, {up.Hours} hours, {up.Minutes} minutes, {up.Seconds} seconds, {up.Milliseconds} milliseconds, {up.Microseconds} microseconds
            {Name} is ready
            {freeSwitch.Channels.Created} session(s) since startup
            {freeSwitch.Channels.Count} session(s) - peak {freeSwitch.Channels.Peak}, last 5min {freeSwitch.Channels.Peak} 
            0 session(s) per Sec out of max 1000, peak 0, last 5min 0 
            5000 session(s) max
            min idle cpu 0.00/100.00
            Current Stack Size/Max 240K/8192K

            """).ReplaceLineEndings("\n");
    }

    public static string Sofia(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (argument == "xmlstatus gateway")
        {
            return Gateways;
        }

        if (argument != "status")
        {
            return "-ERR Invalid sofia command of the simulator: only status and xmlstatus gateway are known.\n";
        }

        const string Rule = "=================================================================================================\n";
        return "                     Name\t   Type\t                                      Data\tState\n"
            + Rule
            + $"                 internal\tprofile\t              sip:mod_sofia@127.0.0.1:5060\tRUNNING ({freeSwitch.Channels.Count})\n"
            + Rule
            + "1 profile 0 aliases\n";
    }
}
