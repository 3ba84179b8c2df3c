using System.Text;

namespace Web3Tel.Server.Tests.FreeSwitch.Load;

/// <summary>Our configuration of FreeSWITCH, with mod_callcenter in the service's place.</summary>
static class CallcenterConfiguration
{
    public static void Write(string conf, int operators, int port)
    {
        var modules = Path.Combine(conf, "autoload_configs", "modules.conf.xml");
        File.WriteAllText(modules, File.ReadAllText(modules).Replace("<load module=\"mod_sofia\"/>", "<load module=\"mod_callcenter\"/><load module=\"mod_sofia\"/>", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(conf, "dialplan", "public.xml"), Template("public.xml"));
        var (agents, tiers) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < operators; i++)
        {
            agents.AppendLine($"""<agent name="op{i}" type="callback" contact="[leg_timeout=20]sofia/internal/op{i}@127.0.0.1:{port}" status="Available" max-no-answer="0" wrap-up-time="0" reject-delay-time="0" busy-delay-time="0"/>""");
            tiers.AppendLine($"""<tier agent="op{i}" queue="support@default" level="1" position="1"/>""");
        }

        File.WriteAllText(
            Path.Combine(conf, "autoload_configs", "callcenter.conf.xml"),
            Template("callcenter.conf.xml").Replace("<!-- agents -->", agents.ToString(), StringComparison.Ordinal).Replace("<!-- tiers -->", tiers.ToString(), StringComparison.Ordinal));
    }

    /// <summary>How many agents <c>callcenter_config agent list</c> tells of.</summary>
    public static int Agents(string list) => list.Split('\n').Count(line => line.StartsWith("op", StringComparison.Ordinal));

    static string Template(string name) => File.ReadAllText(Path.Combine(Repository.Folder("tests"), "Web3Tel.Server.Tests", "FreeSwitch", "Load", "mod_callcenter", name));
}
