using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Phones;
using Web3Tel.Queues;
using Web3Tel.Server.Telephones;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads queues and operators, and what must hold between them.</summary>
static class PeopleReader
{
    const double Hour = 3_600;

    public static readonly string[] Keys = ["Queues", "Operators", "Breaks", "LongestBreakSeconds", "LongestWrapUpSeconds", "LongestDoNotDisturbSeconds", "LongestOutsideCallSeconds", "LongestPhoneLostSeconds", "LongestUnheardSeconds", "LongestRecordingPauseSeconds", "RecordInStereo", "MostUnanswered", "LineOut", "Outgoing"];

    /// <param name="steps">Names of the flows that queues may lead to.</param>
    /// <param name="language">In which operators are spoken to, unless something else is set.</param>
    public static People Read(SettingsReader section, ImmutableArray<string> steps, Language language)
    {
        var lines = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var queues = section.Sections("Queues").Select(queue => Queue(queue, lines)).ToImmutableArray();
        if (queues.IsEmpty)
        {
            section.Refuse("Queues", ("is empty.", "— пусто."), ("Name at least one queue, such as { \"Name\": \"reception\" }.", "Назовите хотя бы одну очередь, например { \"Name\": \"reception\" }."));
        }

        var pins = ImmutableDictionary.CreateBuilder<string, Pin>(StringComparer.Ordinal);
        var passwords = ImmutableDictionary.CreateBuilder<string, PhonePassword>(StringComparer.Ordinal);
        var agents = section.Sections("Operators").Select(agent => Agent(agent, queues, pins, passwords)).ToImmutableArray();
        RefuseTwice(section, "Queues", queues.Select(queue => queue.Name));
        foreach (var problem in OverflowCheck.Problems(queues))
        {
            section.Refuse("Queues", Unusable(problem), ("Name another queue in OverflowTo, or leave it out to end the call.", "Назовите в OverflowTo другую очередь или уберите, чтобы завершать вызов."));
        }

        foreach (var problem in NextStepCheck.Problems(queues, steps, section.Has("LineOut")))
        {
            section.Refuse("Queues", Unusable(problem), ("See docs/queues.md, Waiting and limits.", "См. docs/queues.md, Waiting and limits."));
        }

        var lineOut = LineOut(section);
        foreach (var problem in queues.SelectMany(queue => CallbackCheck.Problems(queue, lineOut)))
        {
            section.Refuse("Queues", Unusable(problem), ("See docs/callback.md.", "См. docs/callback.md."));
        }

        RefuseTwice(section, "Operators", agents.Select(agent => agent.Id));
        var defaults = new Configuration();
        var breaks = section.Sections("Breaks").Select(Break).ToImmutableArray();
        RefuseTwice(section, "Breaks", breaks.Select(reason => reason.Id));
        var callCenter = new Configuration
        {
            Queues = queues,
            Agents = agents,
            BreakReasons = breaks.IsEmpty ? defaults.BreakReasons : breaks,
            LongestBreak = section.Seconds("LongestBreakSeconds", defaults.LongestBreak.TotalSeconds, 1, 24 * Hour),
            LongestWrapUp = section.Seconds("LongestWrapUpSeconds", defaults.LongestWrapUp.TotalSeconds, 1, 24 * Hour),
            LongestDoNotDisturb = section.Seconds("LongestDoNotDisturbSeconds", defaults.LongestDoNotDisturb.TotalSeconds, 1, 24 * Hour),
            LongestOutsideCall = section.Seconds("LongestOutsideCallSeconds", defaults.LongestOutsideCall.TotalSeconds, 1, 24 * Hour),
            LongestPhoneLost = section.Seconds("LongestPhoneLostSeconds", defaults.LongestPhoneLost.TotalSeconds, 1, 24 * Hour),
            LongestUnheard = section.Seconds("LongestUnheardSeconds", defaults.LongestUnheard.TotalSeconds, 1, 24 * Hour),
            RecordInStereo = section.Flag("RecordInStereo", defaults.RecordInStereo),
            LongestRecordingPause = section.Seconds("LongestRecordingPauseSeconds", defaults.LongestRecordingPause.TotalSeconds, 1, 24 * Hour),
            LineOut = lineOut,
            Outgoing = OutgoingReader.Read(section.Section("Outgoing"), language),
            Steps = steps,
            MostUnanswered = section.Has("MostUnanswered") ? section.Number("MostUnanswered", 3, 1, 1_000) : null,
        };
        return new People(callCenter, lines.ToImmutable(), pins.ToImmutable(), passwords.ToImmutable());
    }

    static QueueSettings Queue(SettingsReader section, ImmutableDictionary<string, string>.Builder lines)
    {
        var defaults = new QueueSettings { Name = "" };
        var exitKeys = NextStepReader.Keys(section);
        var queue = MatchingReader.Read(section, new QueueSettings
        {
            Name = Name(section, "Name", "sales"),
            Strategy = section.OneOf("Strategy", defaults.Strategy),
            Weight = section.Number("Weight", defaults.Weight, 0, 1_000),
            Music = section.Text("Music", defaults.Music),
            RingFirst = section.Number("RingFirst", defaults.RingFirst, 1, 1_000),
            RingMore = section.Number("RingMore", defaults.RingMore, 1, 1_000),
            RingStep = section.Seconds("RingStepSeconds", defaults.RingStep.TotalSeconds, 1, Hour),
            RingTime = section.Seconds("RingSeconds", defaults.RingTime.TotalSeconds, 1, 300),
            WrapUp = section.Seconds("WrapUpSeconds", defaults.WrapUp.TotalSeconds, 0, Hour),
            AfterReject = section.Seconds("AfterRejectSeconds", defaults.AfterReject.TotalSeconds, 1, Hour),
            AfterBusy = section.Seconds("AfterBusySeconds", defaults.AfterBusy.TotalSeconds, 1, Hour),
            AfterNoAnswer = section.Seconds("AfterNoAnswerSeconds", defaults.AfterNoAnswer.TotalSeconds, 1, Hour),
            AfterUnreachable = section.Seconds("AfterUnreachableSeconds", defaults.AfterUnreachable.TotalSeconds, 1, Hour),
            AfterConnectFailed = section.Seconds("AfterConnectFailedSeconds", defaults.AfterConnectFailed.TotalSeconds, 1, Hour),
            Whisper = Sound(section, "Whisper"),
            WhisperCaller = section.Flag("WhisperCaller", defaults.WhisperCaller),
            Label = section.Has("Label") ? section.Text("Label") : null,
            HoldReminder = section.Seconds("HoldReminderSeconds", defaults.HoldReminder.TotalSeconds, 1, Hour),
            LongestHold = section.Seconds("LongestHoldSeconds", defaults.LongestHold.TotalSeconds, 1, 24 * Hour),
            TransfersJoinAnew = section.Flag("TransfersJoinAnew", defaults.TransfersJoinAnew),
            Record = section.Flag("Record", defaults.Record),
            RecordingNotice = Sound(section, "RecordingNotice"),
            PhoneLostNotice = Sound(section, "PhoneLostNotice"),
            RecordInStereo = section.Has("RecordInStereo") ? section.Flag("RecordInStereo", false) : null,
            RefuseWhenEmpty = !section.Flag("JoinWhenEmpty", true),
            MaxWaitWithNoAgent = NoAgent(section),
            WhenFull = NextStepReader.Read(section, "WhenFull"),
            WhenTooLong = NextStepReader.Read(section, "WhenTooLong"),
            WhenEmpty = NextStepReader.Read(section, "WhenEmpty"),
            AfterTalk = NextStepReader.Name(section, "AfterTalk"),
            Results = Results(section),
            ResultRequired = section.Flag("ResultRequired", defaults.ResultRequired),
            ExitKeys = exitKeys,
            Announce = AnnouncementsReader.Read(section, exitKeys),
            Callback = CallbackReader.Read(section),
            KeepPlaceFor = section.Has("KeepPlaceSeconds") ? section.Seconds("KeepPlaceSeconds", 60, 1, 24 * Hour) : null,
            MaxLength = section.Has("MaxLength") ? section.Number("MaxLength", 1, 1, 1_000_000) : null,
            MaxWait = section.Has("MaxWaitSeconds") ? section.Seconds("MaxWaitSeconds", Hour, 1, 24 * Hour) : null,
            OverflowTo = section.Has("OverflowTo") ? section.Text("OverflowTo") : null,
        });
        foreach (var number in section.Texts("Numbers"))
        {
            if (!lines.TryAdd(number, queue.Name))
            {
                section.Refuse("Numbers", ($"has {number}, which leads to {lines[number]} already.", $"содержит {number}, а он уже ведёт в {lines[number]}."), ("A number leads to one queue.", "Номер ведёт в одну очередь."));
            }
        }

        section.Ignore("Announce", "Callback", "MaxWaitWithNoAgentSeconds");
        section.RefuseOthers();
        return queue;
    }

    static ImmutableArray<ResultCode> Results(SettingsReader queue)
    {
        var results = queue.Sections("Results").Select(Result).ToImmutableArray();
        RefuseTwice(queue, "Results", results.Select(result => result.Id));
        if (results.IsEmpty && queue.Flag("ResultRequired", false))
        {
            queue.Refuse(
                "ResultRequired",
                ("is true, and there are no Results to choose from.", "= true, а в Results выбирать не из чего."),
                ("Name at least one, such as { \"Id\": \"sold\", \"Name\": \"Sold\" }.", "Назовите хотя бы один, например { \"Id\": \"sold\", \"Name\": \"Sold\" }."));
        }

        return results;
    }

    static ResultCode Result(SettingsReader section)
    {
        var id = Name(section, "Id", "sold");
        var result = new ResultCode(id, section.Text("Name", id), section.Has("RussianName") ? section.Text("RussianName") : null);
        section.RefuseOthers();
        return result;
    }

    static BreakReason Break(SettingsReader section)
    {
        var id = Name(section, "Id", "lunch");
        if (id is BreakReason.NoAnswer or BreakReason.Supervisor)
        {
            section.Refuse("Id", ($"is \"{id}\", which is the call center's own break.", $"= «{id}», это собственный перерыв колл-центра."), ("Choose another id, such as lunch.", "Выберите другой код, например lunch."));
        }

        var reason = new BreakReason(id, section.Text("Name", id));
        section.RefuseOthers();
        return reason;
    }

    /// <summary>Leaving when the last operator goes is waiting no time without one.</summary>
    static TimeSpan? NoAgent(SettingsReader section)
    {
        TimeSpan? longest = section.Has("MaxWaitWithNoAgentSeconds") ? section.Seconds("MaxWaitWithNoAgentSeconds", Hour, 0, 24 * Hour) : null;
        return section.Flag("LeaveWhenEmpty", false) ? TimeSpan.Zero : longest;
    }

    static AgentSettings Agent(
        SettingsReader section, ImmutableArray<QueueSettings> queues, ImmutableDictionary<string, Pin>.Builder pins, ImmutableDictionary<string, PhonePassword>.Builder passwords)
    {
        var id = Name(section, "Id", "1001");
        var agent = new AgentSettings
        {
            Id = id,
            Name = section.Text("Name", id),
            Destination = section.Text("Destination", $"user/{id}"),
            Queues = [.. section.Texts("Queues", [.. queues.Select(queue => queue.Name)])],
            AutoAnswer = section.Flag("AutoAnswer", false),
            SignedIn = section.Flag("SignedIn", true),
            OutgoingNumber = section.Has("OutgoingNumber") ? OutgoingReader.Number(section, "OutgoingNumber") : null,
            OutgoingAllowed = OutgoingReader.Prefixes(section, "OutgoingAllowed"),
            OutgoingBlocked = OutgoingReader.Prefixes(section, "OutgoingBlocked"),
            Tiers = [.. section.Sections("Tiers").Select(Tier)],
            Skills = MatchingReader.Skills(section, "Skills"),
        };
        foreach (var unknown in agent.Queues.Except(queues.Select(queue => queue.Name)))
        {
            section.Refuse("Queues", ($"has \"{unknown}\", which is not a queue.", $"содержит «{unknown}», а такой очереди нет."), Listed("Queues are", "Очереди", queues.Select(queue => queue.Name)));
        }

        foreach (var other in agent.Tiers.Select(tier => tier.Queue).Where(queue => queue.Length > 0).Except(agent.Queues))
        {
            section.Refuse("Tiers", ($"has \"{other}\", which the operator does not serve.", $"содержит «{other}», а оператор её не обслуживает."), Listed("Queues served are", "Обслуживает", agent.Queues));
        }

        if (PhoneReader.PinOf(section) is { } pin)
        {
            pins[id] = pin;
        }

        if (PhoneReader.PasswordOf(section) is { } password)
        {
            passwords[id] = password;
        }

        section.Ignore("Pin", "PhonePassword");
        RefuseTwice(section, "Tiers", agent.Tiers.Select(tier => tier.Queue));
        section.RefuseOthers();
        return agent;
    }

    /// <summary>How numbers outside are dialled; null for not at all.</summary>
    static string? LineOut(SettingsReader section)
    {
        if (!section.Has("LineOut"))
        {
            return null;
        }

        var line = section.Text("LineOut");
        if (!line.Contains("{number}", StringComparison.Ordinal))
        {
            section.RefuseValue("LineOut", line, ("Put {number} where the number goes, such as sofia/gateway/provider/{number}, or leave it out.", "Поставьте {number} на место номера, например sofia/gateway/provider/{number}, или уберите."));
        }

        return line;
    }

    /// <summary>What is to be heard; null for nothing.</summary>
    internal static string? Sound(SettingsReader section, string key)
    {
        if (!section.Has(key))
        {
            return null;
        }

        var source = section.Text(key);
        if (ConfigurationCheck.IsPlayable(source))
        {
            return source;
        }

        section.RefuseValue(key, source, (
            "Give a file or tone without spaces, quotes and ^, such as sales.wav, a prompt:<name>, speak:<words>, or leave it out.",
            "Задайте файл или тон без пробелов, кавычек и ^, например sales.wav, prompt:<имя>, speak:<слова> или уберите."));
        return null;
    }

    static Tier Tier(SettingsReader section)
    {
        var tier = new Tier(
            section.Required("Queue", ("Name a queue the operator serves, such as sales.", "Назовите очередь, которую обслуживает оператор, например sales.")),
            section.Number("Level", 1, 1, 1_000),
            section.Number("Position", 1, 1, 1_000_000),
            section.Number("Weight", 1, 1, Agents.Tier.MostWeight));
        section.RefuseOthers();
        return tier;
    }

    /// <summary>A name that goes into file names, variables and addresses.</summary>
    public static string Name(SettingsReader section, string key, string example)
    {
        var name = section.Required(key, ($"Give letters and digits, such as {example}.", $"Задайте латинские буквы и цифры, например {example}."));
        if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            section.RefuseValue(key, name, ($"Use letters, digits, - and _ only, such as {example}.", $"Годятся только латинские буквы, цифры, «-» и «_», например {example}."));
        }

        return name;
    }

    /// <summary>What the call center says of it.</summary>
    internal static (string English, string Russian) Unusable(ConfigurationProblem problem) => ($"cannot be used: {problem.English}", $"— не годится: {problem.Russian}");

    static (string English, string Russian) Listed(string english, string russian, IEnumerable<string> names) => ($"{english}: {string.Join(", ", names)}.", $"{russian}: {string.Join(", ", names)}.");

    public static void RefuseTwice(SettingsReader section, string key, IEnumerable<string> names)
    {
        foreach (var twice in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            section.Refuse(key, ($"has \"{twice.Key}\" {twice.Count()} times.", $"содержит «{twice.Key}» {twice.Count()} раз(а)."), ("Names are unique, whatever their case.", "Имена не повторяются, даже с другими буквами по размеру."));
        }
    }
}
