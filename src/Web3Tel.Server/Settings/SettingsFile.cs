using System.Collections.Immutable;
using System.Net;

namespace Web3Tel.Server.Settings;

/// <summary>From configuration to settings: one place that knows each key, its default and its limits.</summary>
static class SettingsFile
{
    /// <exception cref="SettingsException">With everything that is wrong at once.</exception>
    public static ServiceSettings Read(IConfiguration configuration)
    {
        var errors = new List<SettingsError>();
        var root = new SettingsReader(configuration.GetSection("Web3Tel"), errors);
        var freeSwitch = Switch(root.Section("FreeSwitch"));
        var simulator = root.Section("Simulator");
        var people = PeopleReader.Read(freeSwitch is null && simulator.Has("Operators") ? simulator : root);
        var lines = CallersReader.Lines(root);
        var settings = new ServiceSettings
        {
            Data = Path.GetFullPath(root.Text("Data", "data")),
            Recordings = Path.GetFullPath(root.Text("Recordings", "recordings")),
            LogLevel = root.OneOf("LogLevel", LogLevel.Information),
            Greeting = root.Text("Greeting"),
            Speech = SpeechReader.Read(root.Section("Speech")),
            Http = Http(root.Section("Http")),
            FreeSwitch = freeSwitch,
            Outbound = Outbound(root.Section("Outbound")),
            Simulator = Simulator(simulator),
            CallCenter = people.CallCenter,
            Lines = people.Lines,
            Callers = CallersReader.Lists(root.Section("Callers")),
            LinePriorities = lines.Priorities,
            LineSkills = lines.Skills,
        };
        root.Ignore(PeopleReader.Keys);
        root.RefuseOthers();
        return errors.Count == 0 ? settings : throw new SettingsException([.. errors]);
    }

    static SwitchSettings? Switch(SettingsReader section)
    {
        var host = section.Text("Host");
        var node = section.Text("Node", "freeswitch");
        var port = section.Number("Port", 8021, 1, 65_535);
        section.Ignore("Password");
        section.RefuseOthers();
        return host.Length == 0
            ? null
            : new SwitchSettings(node, host, port, section.Required("Password", "Set it to the password in event_socket.conf.xml, best in the environment: Web3Tel__FreeSwitch__Password."));
    }

    static HttpSettings Http(SettingsReader section)
    {
        var settings = new HttpSettings(section.EndPoint("Listen", "127.0.0.1:8080"));
        section.RefuseOthers();
        return settings;
    }

    static OutboundSettings Outbound(SettingsReader section)
    {
        var settings = new OutboundSettings(section.EndPoint("Listen", "127.0.0.1:8084"), Networks(section));
        section.RefuseOthers();
        return settings;
    }

    static ImmutableArray<IPNetwork> Networks(SettingsReader section)
    {
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var text in section.Texts("Allow", "127.0.0.0/8", "::1/128"))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(text, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                section.Refuse("Allow", $"has \"{text}\".", "Give addresses or networks, such as 192.168.1.5 or 192.168.1.0/24.");
            }
        }

        return networks.ToImmutable();
    }

    static SimulatorSettings Simulator(SettingsReader section)
    {
        var settings = new SimulatorSettings(section.Number("CallsPerMinute", 8, 1, 6_000), section.Number("Seed", 1, 0, int.MaxValue));
        section.Ignore(PeopleReader.Keys);
        section.RefuseOthers();
        return settings;
    }
}
