using Web3Tel.Distribution;
using Web3Tel.Prompts;
using Web3Tel.Skills;
using Web3Tel.Voicemail;

namespace Web3Tel.Scenarios;

/// <summary>What can be wrong in one step, where it leads left aside.</summary>
sealed class ScenarioStepCheck(Scenario scenario, ScenarioSurroundings around, string path)
{
    const string Keys = "0123456789*#ABCD";

    public IEnumerable<ScenarioProblem> Problems(ScenarioStep step) => [.. Of(step), .. step.Prompts.SelectMany(Unheard), .. step.Prompts.SelectMany(Unknown)];

    IEnumerable<ScenarioProblem> Of(ScenarioStep step) => step switch
    {
        ScenarioStep.Ring ring => Positive("seconds", ring.Time),
        ScenarioStep.Menu menu => OfMenu(menu),
        ScenarioStep.Information information => Positive("timeoutSeconds", information.Timeout),
        ScenarioStep.Collect collect =>
        [
            .. Scenario.IsName(collect.Name) ? [] : new[] { At("name", "is no name: use letters of the English alphabet, digits, - and _.", "такое имя нельзя: используйте латинские буквы, цифры, - и _.") },
            .. collect.Least >= 1 && collect.Most >= collect.Least ? [] : new[] { At("least", "must be at least 1, and not more than most.", "не меньше 1 и не больше most.") },
            .. Tries(collect.Tries),
            .. Positive("patienceSeconds", collect.Patience),
        ],
        ScenarioStep.Hours hours => hours.Calendar is { } name
            ? Known("calendar", name, scenario.Calendars.ContainsKey(name), "a calendar of this scenario", "такого календаря в этом сценарии нет")
            : around.HasLineCalendar ? []
            : [At("calendar", "is missing, and not every line that leads here has one: name a calendar.", "не указан, и не у каждой линии он есть: укажите календарь.")],
        ScenarioStep.Callers callers => Known("list", callers.List, around.Lists.Contains(callers.List), "a list of callers", "такого списка абонентов нет"),
        ScenarioStep.Skills skills => skills.Required.Levels.Concat(skills.Preferred.Levels).Where(level => level.Value is < 1 or > SkillSet.MostLevel).Select(level => At(
            "required", $"\"{level.Key}\" has the level {level.Value}: levels are from 1 to {SkillSet.MostLevel}.", $"у «{level.Key}» уровень {level.Value}: уровни от 1 до {SkillSet.MostLevel}.")),
        ScenarioStep.Queue queue =>
        [
            .. OfQueue(queue.Name),
            .. queue.Keys.Keys.SelectMany(key => BadKey($"keys.{key}", key, most: 1)),
            .. queue.Patience is { } patience ? Positive("patienceSeconds", patience) : [],
        ],
        ScenarioStep.Operator one => [.. OfOperator("operator", one.Id), .. Positive("patienceSeconds", one.Patience)],
        ScenarioStep.Number number =>
        [
            .. around.HasLineOut ? [] : new[] { At("number", "cannot be dialled: there is no line out.", "нельзя набрать: исходящей линии нет.") },
            .. number.To.Contains('{', StringComparison.Ordinal) || TalkCommand.IsNumber(number.To)
                ? []
                : new[] { At("number", $"is \"{number.To}\": give digits, *, # and a leading + only, at most 32.", $"здесь «{number.To}»: цифры, *, # и + в начале, не больше 32.") },
        ],
        ScenarioStep.Voicemail { Mailbox: { } mailbox } => Known("mailbox", mailbox, IsMailbox(mailbox), "a mailbox: give queue:<name>, operator:<id> or line:<number>", "такого ящика нет, есть queue:<имя>, operator:<id> и line:<номер>"),
        ScenarioStep.Callback callback =>
        [
            .. OfQueue(callback.Name),
            .. around.CallingBack is { } calling && around.Queues.Contains(callback.Name) && !calling.Contains(callback.Name)
                ? new[] { At("queue", $"\"{callback.Name}\" calls nobody back: give that queue Callback.", $"очередь «{callback.Name}» никому не перезванивает: задайте ей Callback.") }
                : [],
        ],
        ScenarioStep.HangUp { Cause: var cause } when cause.Length == 0 || cause.Any(c => !char.IsAsciiLetterUpper(c) && c != '_') =>
            [At("cause", $"is \"{cause}\": give a name such as NORMAL_CLEARING or USER_BUSY.", $"здесь «{cause}»: укажите имя, например NORMAL_CLEARING или USER_BUSY.")],
        _ => [],
    };

    IEnumerable<ScenarioProblem> OfMenu(ScenarioStep.Menu menu)
    {
        (string Name, string Key)[] own = [("back", menu.BackKey), ("operator", scenario.Operator is null ? "" : menu.OperatorKey), ("repeat", menu.RepeatKey)];
        (string Name, string Key)[] keys =
        [
            .. menu.Keys.Keys.Select(key => ($"keys.{key}", key)),
            .. menu.Extensions.Select(id => ($"extensions.{id}", id)),
            // What is not written has no meaning where a key has another one.
            .. own.Where(key => key.Key.Length > 0 && !IsUnwritten(key, menu)),
        ];
        return
        [
            .. keys.SelectMany(key => BadKey(key.Name, key.Key, most: 32)),
            .. keys.GroupBy(key => key.Key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => At(
                same.Last().Name,
                $"the key {same.Key} has two meanings: {string.Join(", ", same.Select(key => key.Name))}. Give it one.",
                $"у клавиши {same.Key} два значения: {string.Join(", ", same.Select(key => key.Name))}. Оставьте одно.")),
            .. menu.Extensions.SelectMany(id => OfOperator($"extensions.{id}", id)),
            .. Tries(menu.Tries),
            .. Positive("patienceSeconds", menu.Patience),
            .. Positive("betweenKeysSeconds", menu.BetweenKeys),
        ];
    }

    /// <summary>The usual keys give way to a step of the same key.</summary>
    static bool IsUnwritten((string Name, string Key) own, ScenarioStep.Menu menu) =>
        menu.Keys.ContainsKey(own.Key) && own is (("back", "*") or ("operator", "0") or ("repeat", "#"));

    bool IsMailbox(string text) => Mailbox.Read(text) switch
    {
        { Kind: MailboxKind.Queue, Name: var queue } => around.Queues.Contains(queue),
        { Kind: MailboxKind.Operator, Name: var id } => around.Operators.Contains(id),
        { Kind: MailboxKind.Line } => true,
        _ => false,
    };

    IEnumerable<ScenarioProblem> Unheard((string Name, ScenarioPrompt Prompt) heard)
    {
        var hasWords = heard.Prompt is not { English: null, Russian: null } && around.HasVoice;
        return heard.Prompt.Sound switch
        {
            _ when hasWords && (heard.Prompt.Sound is not { } written || Sound.IsWellFormed(written)) => [],
            null => [At(heard.Name, "is not to be heard: give a sound, or words where there is a voice.", "не услышать: укажите звук, либо слова, если есть голос.")],
            var sound when !Sound.IsWellFormed(sound) =>
                [At(heard.Name, $"\"{sound}\" cannot be played: give a sound without spaces and quotes, prompt:<name> or speak:<words>.", $"«{sound}» не воспроизвести: укажите звук без пробелов и кавычек, prompt:<имя> или speak:<слова>.")],
            var sound when around.HasSound is { } has && !has(sound) =>
                [At(heard.Name, $"\"{sound}\" is missing, and there are no words to be spoken instead.", $"звука «{sound}» нет, и нет слов, чтобы произнести вместо него.")],
            _ => [],
        };
    }

    IEnumerable<ScenarioProblem> Unknown((string Name, ScenarioPrompt Prompt) heard) =>
        heard.Prompt.Names(ScenarioPrompt.Opens) && scenario.Calendars.IsEmpty && !scenario.Steps.Values.OfType<ScenarioStep.Collect>().Any(step => step.Name == ScenarioPrompt.Opens)
            ? [At(heard.Name, "tells when it opens ({opens}), and the scenario has no calendar.", "говорит, когда откроется ({opens}), а календаря в сценарии нет.")]
            : [];

    IEnumerable<ScenarioProblem> OfQueue(string name) => Known("queue", name, around.Queues.Contains(name), "a queue", "такой очереди нет");

    IEnumerable<ScenarioProblem> OfOperator(string where, string id) => Known(where, id, around.Operators.Contains(id), "an operator", "такого оператора нет");

    IEnumerable<ScenarioProblem> Known(string where, string name, bool isKnown, string what, string russian) =>
        isKnown ? [] : [At(where, $"\"{name}\" is not {what}.", $"«{name}»: {russian}.")];

    IEnumerable<ScenarioProblem> BadKey(string where, string keys, int most) =>
        keys.Length >= 1 && keys.Length <= most && keys.All(key => Keys.Contains(key, StringComparison.Ordinal))
            ? []
            : [At(where, $"\"{keys}\" is no key: a telephone has 0 to 9, *, # and A to D.", $"«{keys}» не клавиша: есть 0–9, *, # и A–D.")];

    IEnumerable<ScenarioProblem> Tries(int tries) => tries >= 1 ? [] : [At("tries", "must be at least 1.", "не меньше 1.")];

    IEnumerable<ScenarioProblem> Positive(string where, TimeSpan time) =>
        time > TimeSpan.Zero ? [] : [At(where, "must be more than 0.", "больше 0.")];

    ScenarioProblem At(string where, string english, string russian) => new($"{path}.{where}", english, russian);
}
