using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Skills;

namespace Web3Tel.Server.Settings;

/// <summary>Everything that can be set, under <c>Web3Tel</c> in <c>appsettings.json</c>, as <c>Web3Tel__…</c> in the environment, or as <c>--Web3Tel:…</c>.</summary>
sealed record ServiceSettings
{
    /// <summary>Folder of journal, history and logs; made when missing.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of the recordings as the switch sees it: FreeSWITCH writes there.</summary>
    public required string Recordings { get; init; }

    /// <summary>What is worth a line in the log: <c>Information</c>, or <c>Debug</c> for each step of each call.</summary>
    public required LogLevel LogLevel { get; init; }

    /// <summary>What a caller hears first, in the switch's own words; empty for nothing.</summary>
    public required string Greeting { get; init; }

    /// <summary>The voice of announcements.</summary>
    public required SpeechSettings Speech { get; init; }

    public required HttpSettings Http { get; init; }

    /// <summary>The switch, or null: then a simulated one runs inside the service.</summary>
    public required SwitchSettings? FreeSwitch { get; init; }

    public required OutboundSettings Outbound { get; init; }

    public required SimulatorSettings Simulator { get; init; }

    /// <summary>Queues and operators.</summary>
    public required Configuration CallCenter { get; init; }

    /// <summary>Which queue a dialled number leads to; any other number leads to the first queue.</summary>
    public required ImmutableDictionary<string, string> Lines { get; init; }

    /// <summary>Callers who come first, and callers who are not let in.</summary>
    public required CallerLists Callers { get; init; }

    /// <summary>How much earlier than they joined callers of a dialled number are served.</summary>
    public required ImmutableDictionary<string, TimeSpan> LinePriorities { get; init; }

    /// <summary>What calls of a dialled number ask of an operator.</summary>
    public required ImmutableDictionary<string, SkillDemand> LineSkills { get; init; }

    public bool IsSimulated => FreeSwitch is null;

    /// <summary>The queue for the number a caller dialled.</summary>
    public string QueueFor(string dialled) => Lines.GetValueOrDefault(dialled) ?? CallCenter.Queues[0].Name;

    /// <summary>The priority of the line and of the caller together; null for none.</summary>
    public TimeSpan? PriorityOf(string dialled, string number)
    {
        var priority = LinePriorities.GetValueOrDefault(dialled) + Callers.PriorityOf(number);
        return priority == TimeSpan.Zero ? null : priority;
    }
}
