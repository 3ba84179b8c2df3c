using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Lines;
using Web3Tel.Outgoing;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Queues and agents, as data: journalled like all else, so that a replay decides by what was valid then.</summary>
/// <remarks>
/// Journals of before a setting do not have it, and the generated reader then sets it to nothing instead of leaving the default:
/// settings that came later take nothing for their default.
/// </remarks>
public sealed record Configuration
{
    static readonly ImmutableArray<BreakReason> OneBreak = [new BreakReason("break", "Break")];

    /// <summary>Its number, where configurations are numbered as they are published; 0 where they are not.</summary>
    public int Version { get; init; }

    /// <summary>Who published it, for the audit trail; null for nobody in particular, which leaves no trace there.</summary>
    public string? By { get; init; }

    public ImmutableArray<QueueSettings> Queues { get; init; } = [];

    public ImmutableArray<AgentSettings> Agents { get; init; } = [];

    /// <summary>What is special of single numbers that callers dial; any other number is dialled as well.</summary>
    public ImmutableArray<LineSettings> Lines { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How long a queue waits for a caller we have just lost sight of, such as at a restart of the service.</summary>
    public TimeSpan ReturnTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long out of sight a caller is given up.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the switch may take to join an agent who answered with a caller.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The breaks agents may take.</summary>
    public ImmutableArray<BreakReason> BreakReasons { get; init => field = value.IsDefault ? OneBreak : value; } = OneBreak;

    /// <summary>After how long a break ends by itself, and the agent is signed out; zero for the default.</summary>
    public TimeSpan LongestBreak { get; init => field = value.Or(TimeSpan.FromHours(4)); } = TimeSpan.FromHours(4);

    /// <summary>How long a wrap-up can become by being extended, counted from its beginning; zero for the default.</summary>
    public TimeSpan LongestWrapUp { get; init => field = value.Or(TimeSpan.FromMinutes(30)); } = TimeSpan.FromMinutes(30);

    /// <summary>After how long a phone may be disturbed again, and the agent is signed out; zero for the default.</summary>
    public TimeSpan LongestDoNotDisturb { get; init => field = value.Or(TimeSpan.FromHours(4)); } = TimeSpan.FromHours(4);

    /// <summary>How long a call of an agent's phone outside the queues is believed when nobody tells of its end; zero for the default.</summary>
    public TimeSpan LongestOutsideCall { get; init => field = value.Or(TimeSpan.FromHours(4)); } = TimeSpan.FromHours(4);

    /// <summary>How long an agent whose phone was lost in a conversation is not rung, unless it registers before; zero for the default.</summary>
    public TimeSpan LongestPhoneLost { get; init => field = value.Or(TimeSpan.FromMinutes(5)); } = TimeSpan.FromMinutes(5);

    /// <summary>After how long without a word of a conversation the switch is asked whether it still lives; zero for the default.</summary>
    public TimeSpan LongestUnheard { get; init => field = value.Or(TimeSpan.FromMinutes(2)); } = TimeSpan.FromMinutes(2);

    /// <summary>Whether recordings have the caller on the left and the agent on the right, where a queue or <see cref="Outgoing"/> says nothing else; mono otherwise.</summary>
    public bool RecordInStereo { get; init; }

    /// <summary>After how long a pause of a recording ends by itself; zero for the default.</summary>
    public TimeSpan LongestRecordingPause { get; init => field = value.Or(TimeSpan.FromMinutes(5)); } = TimeSpan.FromMinutes(5);

    /// <summary>After how many unanswered offers in a row an agent is put on break; null for never.</summary>
    public int? MostUnanswered { get; init; }

    /// <summary>How a number outside is dialled, in the switch's own words, with <c>{number}</c> in its place; null for not at all.</summary>
    public string? LineOut { get; init; }

    /// <summary>How agents call numbers outside.</summary>
    public OutgoingSettings Outgoing { get; init => field = value ?? new(); } = new();

    /// <summary>Names of the flows that are registered as steps: the <see cref="Distributor"/> knows them, and writes them here.</summary>
    public ImmutableArray<string> Steps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is set for the number the caller dialled; null for nothing, and for whoever was called by us.</summary>
    internal LineSettings? LineOf(Caller caller) =>
        caller.Direction == CallDirection.Outgoing ? null : Lines.FirstOrDefault(line => line.Number == caller.Dialled);

    /// <summary>Everything that is wrong with it, as sentences; empty when it can be used.</summary>
    public ImmutableArray<string> Problems() => [.. Faults().Select(fault => fault.English)];

    /// <summary>The same in both languages.</summary>
    public ImmutableArray<ConfigurationProblem> Faults() => ConfigurationCheck.Problems(this);
}
