using System.Collections.Immutable;

namespace Web3Tel.Server.Doctor;

/// <summary>The modules of FreeSWITCH that the call center uses.</summary>
static class ModulesCheck
{
    /// <summary>Without them calls fail, are lost, or are not recorded.</summary>
    public static readonly ImmutableArray<(string Name, Sentence For)> Needed =
    [
        ("mod_commands", new("every command of ours", "для всех наших команд")),
        ("mod_dptools", new("answering, playing, recording", "чтобы отвечать, проигрывать, записывать")),
        ("mod_dialplan_xml", new("the dialplan that hands calls over", "для диалплана, который передаёт звонки")),
        ("mod_sofia", new("SIP", "для SIP")),
        ("mod_hash", new("the heartbeat of the service", "для сердцебиения службы")),
        ("mod_expr", new("the dialplan that compares the heartbeat with the clock", "для диалплана, который сравнивает сердцебиение с часами")),
        ("mod_sndfile", new("sounds and recordings", "для звуков и записей")),
        ("mod_local_stream", new("music on hold", "для музыки ожидания")),
    ];

    /// <summary>Without them something is missing.</summary>
    public static readonly ImmutableArray<(string Name, Sentence For)> Useful =
    [
        ("mod_tone_stream", new("the reminder of a caller on hold", "для напоминания о звонке на удержании")),
        ("mod_loopback", new("this doctor's trial recording", "для пробной записи этого доктора")),
    ];

    public static async Task<IEnumerable<Finding>> Look(Interview interview)
    {
        if (await interview.Ask("module_exists mod_commands") is null)
        {
            return [Missing(Finding.Wrong, Needed[0].Name, Needed[0].For)];
        }

        var findings = new List<Finding>();
        foreach (var (name, why) in Needed)
        {
            if (!await IsLoaded(interview, name))
            {
                findings.Add(Missing(Finding.Wrong, name, why));
            }
        }

        foreach (var (name, why) in Useful)
        {
            if (!await IsLoaded(interview, name))
            {
                findings.Add(Missing(Finding.Warning, name, why));
            }
        }

        return findings.Count > 0
            ? findings
            : [Finding.Ok(Checks.Modules, $"All {Needed.Length + Useful.Length} modules that are needed are loaded.", $"Загружены все нужные модули, их {Needed.Length + Useful.Length}.")];
    }

    static async Task<bool> IsLoaded(Interview interview, string module) => await interview.Ask($"module_exists {module}") == "true";

    static Finding Missing(Func<string, Sentence, Sentence, Finding> judge, string module, Sentence why) => judge(
        Checks.Modules,
        new Sentence($"{module} is not loaded; it is needed for {why.English}.", $"{module} не загружен; он нужен {why.Russian}."),
        new Sentence(
            $"At once: fs_cli -x \"load {module}\". For good: <load module=\"{module}\"/> in autoload_configs/modules.conf.xml (Debian: apt install freeswitch-{module.Replace('_', '-')}).",
            $"Сейчас: fs_cli -x \"load {module}\". Навсегда: <load module=\"{module}\"/> в autoload_configs/modules.conf.xml (Debian: apt install freeswitch-{module.Replace('_', '-')})."));
}
