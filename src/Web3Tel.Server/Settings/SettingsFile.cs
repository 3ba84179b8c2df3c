using System.Collections.Immutable;
using System.Net;
using Web3Tel.Flows;
using Web3Tel.Lines;
using Web3Tel.Scenarios;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Versions;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>From configuration to settings: one place that knows each key, its default and its limits.</summary>
static class SettingsFile
{
    /// <param name="configuration">What was set.</param>
    /// <param name="steps">Flows that queues may lead to besides voicemail; those of <see cref="ServiceSteps.Own"/> by default.</param>
    /// <param name="live">The scenarios that are valid; by default those of the folder that is set and of the versions in the data folder.</param>
    /// <exception cref="SettingsException">With everything that is wrong at once.</exception>
    public static ServiceSettings Read(IConfiguration configuration, NamedSteps? steps = null, ImmutableArray<Scenario>? live = null)
    {
        var errors = new List<SettingsError>();
        var root = new SettingsReader(configuration.GetSection("Web3Tel"), errors);
        var freeSwitch = Switch(root.Section("FreeSwitch"));
        var others = Others(root, freeSwitch);
        var simulator = root.Section("Simulator");
        // The simulated world has queues and operators of its own, and with them its own lines and scenarios.
        var own = freeSwitch is null && simulator.Has("Operators") ? simulator : root;
        var data = Path.GetFullPath(root.Text("Data", "data"));
        var settingsWin = root.Flag(ServiceSettings.SettingsWinKey, false);
        // Where something was published scenarios need not fit what is set here, but that: they are looked at when it is read.
        var isFinal = live is not null || !VersionsOnDisk.Are(data);
        ImmutableArray<Scenario> files = live is null ? ScenariosReader.Read(own) : [];
        var scenarios = live ?? FilesAndVersions.Of(KeptScenario.Of(VersionsOnDisk.Read(data)), files, settingsWin).Live;
        var people = PeopleReader.Read(own, ServiceSteps.Names(steps ?? ServiceSteps.Own).AddRange(ScenarioFlow.NamesOf(scenarios)), root.Section("Phone").OneOf("Language", Language.English));
        var lines = LinesReader.Read(own.Has("Lines") ? own : root, isFinal ? scenarios : null);
        foreach (var problem in LineCheck.WhenBusy(lines, people.CallCenter.Queues, people.CallCenter.Steps))
        {
            root.Refuse("Lines", PeopleReader.Unusable(problem), ("Name another step in WhenBusy, or leave it out for the busy tone.", "Назовите в WhenBusy другой шаг или уберите: тогда звучит сигнал «занято»."));
        }

        var directory = DirectorySettings.Read(root.Section("Directory"));
        var mail = MailReader.Read(root.Section("Mail"));
        var voicemail = VoicemailReader.Read(root.Section("Voicemail"), people, mail is not null);
        var settings = new ServiceSettings
        {
            Source = configuration,
            SettingsWin = settingsWin,
            Voicemail = voicemail.Settings,
            Callback = CallbackReader.Prompts(root.Section("Callback")),
            VoicemailLines = voicemail.Lines,
            VoicemailReaders = voicemail.Readers,
            VoicemailTemplates = voicemail.Templates,
            VoicemailKeeping = voicemail.Keeping,
            Data = data,
            Recordings = Path.GetFullPath(root.Text("Recordings", "recordings")),
            Retention = RetentionReader.Read(root),
            ScoreCard = ScoreCardReader.Read(root),
            TimeZone = Zone(root),
            LogLevel = root.OneOf("LogLevel", LogLevel.Information),
            Greeting = root.Text("Greeting"),
            Speech = SpeechReader.Read(root.Section("Speech")),
            Survey = SurveyReader.Read(root.Section("Survey")),
            Prompts = PromptSettings.Read(root.Section("Prompts")),
            Mail = mail,
            MorningReport = MorningReportSettings.Read(root.Section("MorningReport"), mail is not null),
            Http = Http(root.Section("Http")),
            Https = HttpsSettings.Read(root.Section("Https")),
            Wall = WallSettings.Read(root.Section("Wall")),
            Directory = directory,
            Verto = VertoSettings.Read(root.Section("Verto"), directory),
            PhonePasswords = people.Passwords,
            FreeSwitch = freeSwitch,
            OtherFreeSwitches = others,
            Outbound = Outbound(root.Section("Outbound")),
            Simulator = Simulator(simulator),
            CallCenter = OperatorQueues.AddTo(people.CallCenter with { Lines = lines }, scenarios),
            Scenarios = scenarios,
            ScenarioFiles = files,
            Lines = people.Lines,
            Callers = CallersReader.Lists(root.Section("Callers")),
            Phone = PhoneReader.Read(root.Section("Phone"), people.Pins),
        };
        if (isFinal)
        {
            ScenariosReader.Check(own, settings);
        }

        root.Ignore(PeopleReader.Keys);
        root.Ignore("Scenarios", "Lines");
        root.RefuseOthers();
        return errors.Count == 0 ? settings : throw new SettingsException([.. errors]);
    }

    static ImmutableArray<SwitchSettings> Others(SettingsReader root, SwitchSettings? first)
    {
        const string Key = "OtherFreeSwitches";
        var others = root.Sections(Key).Select(Other).OfType<SwitchSettings>().ToImmutableArray();
        if (first is null && !others.IsEmpty)
        {
            root.Refuse(Key, "is set without FreeSwitch.", "Set the first one in FreeSwitch.");
        }

        foreach (var twice in others.Append(first).GroupBy(one => one?.Node).Where(group => group.Count() > 1))
        {
            root.Refuse(Key, $"has two of the name \"{twice.Key}\".", "Give each a Node of its own: calls are known by it.");
        }

        return others;
    }

    /// <summary>Named by its host: without one the first is simulated, but another would only be forgotten.</summary>
    static SwitchSettings? Other(SettingsReader section)
    {
        if (section.Text("Host").Length == 0)
        {
            section.Refuse("Host", "is missing.", "Name the host of this FreeSWITCH's mod_event_socket, or take the whole entry out.");
        }

        return Switch(section);
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

    /// <summary>The machine's, unless another one is named.</summary>
    static TimeZoneInfo Zone(SettingsReader section)
    {
        var name = section.Text("TimeZone");
        if (name.Length == 0)
        {
            return TimeZoneInfo.Local;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        section.Refuse("TimeZone", $"is \"{name}\", which this machine does not know.", "Give a name such as Europe/Moscow, or leave it out for the machine's own.");
        return TimeZoneInfo.Utc;
    }

    static HttpSettings Http(SettingsReader section)
    {
        var settings = new HttpSettings(section.EndPoint("Listen", "127.0.0.1:8080"), section.OneOf("SignIn", SignInDemand.WithAccounts));
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
        var settings = new SimulatorSettings(section.Number("CallsPerMinute", 8, 1, 6_000), section.Number("Seed", 1, 0, int.MaxValue))
        {
            Keys = [.. section.Texts("Keys")],
        };
        section.Ignore(PeopleReader.Keys);
        section.Ignore("Scenarios", "Lines");
        section.RefuseOthers();
        return settings;
    }
}
