using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Lines;
using Web3Tel.Phones;
using Web3Tel.Prompts;
using Web3Tel.Server.Doctor;
using Web3Tel.Scenarios;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Reviews;
using Web3Tel.Server.Telephones;
using Web3Tel.Speech;
using Web3Tel.Server.Voicemail;
using Web3Tel.Surveys;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Settings;

/// <summary>Everything that can be set, under <c>Web3Tel</c> in <c>appsettings.json</c>, as <c>Web3Tel__…</c> in the environment, or as <c>--Web3Tel:…</c>.</summary>
sealed record ServiceSettings
{
    public const string SettingsWinKey = "SettingsWin";

    /// <summary>What was set, as it was read from.</summary>
    public required IConfiguration Source { get; init; }

    /// <summary>Whether settings that have changed are published at the start, whoever published the valid version.</summary>
    public required bool SettingsWin { get; init; }

    /// <summary>Folder of journal, history and logs; made when missing.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of the recordings as the switch sees it: FreeSWITCH writes there.</summary>
    public required string Recordings { get; init; }

    /// <summary>How long recordings are kept, by queue; those of other queues are kept for ever.</summary>
    public required IReadOnlyList<RetentionRule> Retention { get; init; }

    /// <summary>The form by which conversations are judged; empty: they are not.</summary>
    public required ImmutableArray<Criterion> ScoreCard { get; init; }

    /// <summary>Where days and times of the day are taken that people ask for.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>What is worth a line in the log: <c>Information</c>, or <c>Debug</c> for each step of each call.</summary>
    public required LogLevel LogLevel { get; init; }

    /// <summary>What a caller hears first, in the switch's own words; empty for nothing.</summary>
    public required string Greeting { get; init; }

    /// <summary>The voice of announcements.</summary>
    public required SpeechSettings Speech { get; init; }

    /// <summary>What prompts may be uploaded.</summary>
    public required PromptSettings Prompts { get; init; }

    /// <summary>The server that takes our e-mails, or null: then none are sent.</summary>
    public required MailSettings? Mail { get; init; }

    /// <summary>Null where nobody gets it.</summary>
    public MorningReportSettings? MorningReport { get; init; }

    public required HttpSettings Http { get; init; }

    /// <summary>Null where pages are not served encrypted.</summary>
    public HttpsSettings? Https { get; init; }

    public required WallSettings Wall { get; init; }

    /// <summary>The switch, or null: then a simulated one runs inside the service.</summary>
    public required SwitchSettings? FreeSwitch { get; init; }

    /// <summary>More of them, which serve the same call center.</summary>
    public required ImmutableArray<SwitchSettings> OtherFreeSwitches { get; init; }

    /// <summary>All of them; none where it is simulated.</summary>
    public IEnumerable<SwitchSettings> FreeSwitches => FreeSwitch is { } first ? OtherFreeSwitches.Insert(0, first) : [];

    public required OutboundSettings Outbound { get; init; }

    /// <summary>How the switch is told of operators' telephones.</summary>
    public required DirectorySettings Directory { get; init; }

    /// <summary>Operator → password of the telephone, of those whose telephones the switch is told of.</summary>
    public required ImmutableDictionary<string, PhonePassword> PhonePasswords { get; init; }

    /// <summary>Telephones in the browser.</summary>
    public required VertoSettings Verto { get; init; }

    public required SimulatorSettings Simulator { get; init; }

    /// <summary>Queues and operators.</summary>
    public required Configuration CallCenter { get; init; }

    /// <summary>What callers of lines that name one meet: the valid versions.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>What the files of the settings say of them.</summary>
    public required ImmutableArray<Scenario> ScenarioFiles { get; init; }

    /// <summary>Which queue a dialled number leads to; any other number leads to the first queue.</summary>
    public required ImmutableDictionary<string, string> Lines { get; init; }

    /// <summary>The service numbers that operators dial.</summary>
    public required PhoneSettings Phone { get; init; }

    /// <summary>Callers who come first, and callers who are not let in.</summary>
    public required CallerLists Callers { get; init; }

    /// <summary>How messages are left.</summary>
    public required VoicemailSettings Voicemail { get; init; }

    /// <summary>What is asked after a conversation, where a queue asks.</summary>
    public required SurveySettings Survey { get; init; }

    /// <summary>How callers are offered to be called back.</summary>
    public required CallbackPrompts Callback { get; init; }

    /// <summary>Dialled numbers that lead to a mailbox.</summary>
    public required ImmutableDictionary<string, Mailbox> VoicemailLines { get; init; }

    /// <summary>Addresses that get the messages of a mailbox by e-mail.</summary>
    public required ImmutableDictionary<Mailbox, MessageReaders> VoicemailReaders { get; init; }

    /// <summary>The words of those e-mails, in each language.</summary>
    public required ImmutableDictionary<Language, VoicemailTemplate> VoicemailTemplates { get; init; }

    /// <summary>How long messages are kept.</summary>
    public required MessageKeeping VoicemailKeeping { get; init; }

    /// <summary>The switch's name in references to calls.</summary>
    public string Node => (FreeSwitch ?? Simulation.SimulatedWorld.Switch).Node;

    public bool IsSimulated => FreeSwitch is null;

    /// <summary>What speaks in other words than the switch's own, and in which language: queues by their names, the operators' menu by its number.</summary>
    public IEnumerable<(string Name, Language Language)> Speaking => CallCenter.Queues
        .Where(queue => queue.WhisperCaller || queue.Announce is { Position: true } or { ExpectedWait: true } or { Keys: true })
        .Select(queue => (queue.Name, queue.Announce?.Language ?? Language.English))
        .Concat(CallCenter.Queues.Where(queue => queue.Callback is not null).Select(queue => (queue.Name, queue.Announce?.Language ?? Callback.Language)))
        .Distinct()
        .Concat(Phone.Menu is { } menu ? [(menu, Phone.Language)] : [])
        .Concat(Scenarios
            .Where(scenario => scenario.Steps.Values.SelectMany(step => step.Prompts).Any(heard => heard.Prompt is { Sound: null }))
            .Select(scenario => (scenario.Name, scenario.Language)))
        .Concat(from sound in SoundNames.Prompts(this) let words = Sound.Read(sound.Sound) as Sound.Words where words is not null select (sound.Setting, words.Language));

    /// <summary>The queue for the number a caller dialled.</summary>
    public string QueueFor(string dialled) => Lines.GetValueOrDefault(dialled) ?? CallCenter.Queues[0].Name;

    /// <summary>What is special of a dialled number; null for nothing.</summary>
    public LineSettings? LineOf(string dialled) => CallCenter.Lines.FirstOrDefault(line => line.Number == dialled);

    /// <summary>What a scenario needs to know of the line and the caller.</summary>
    public ScenarioLine ScenarioLineOf(CallInfo call)
    {
        var line = LineOf(call.Dialled);
        return new ScenarioLine(line?.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZone)
        {
            Language = line?.Language,
            Calendar = line?.Calendar,
            Priority = PriorityOf(call.Dialled, call.Number) ?? TimeSpan.Zero,
            Skills = line?.Demand,
        };
    }

    /// <summary>The priority of the line and of the caller together; null for none.</summary>
    public TimeSpan? PriorityOf(string dialled, string number)
    {
        var priority = (LineOf(dialled)?.Priority ?? TimeSpan.Zero) + Callers.PriorityOf(number);
        return priority == TimeSpan.Zero ? null : priority;
    }
}
