namespace Web3Tel.Server.Panel.Trials;

/// <summary>What the telephone on which a draft is tried says, in one language.</summary>
public sealed record TrialWords
{
    public static readonly TrialWords English = new()
    {
        Title = "Try it",
        Hint = "Calls the draft in a call center of its own: nobody is rung, and nothing is kept.",
        At = "When",
        Number = "Caller's number",
        Operators = "Operators",
        TheyAnswer = "answer after 3 seconds",
        TheyAreBusy = "are busy",
        NobodyThere = "nobody there",
        Call = "Call",
        KeyName = "Key",
        Skip = "10 seconds on",
        HangUp = "Hang up",
        Heard = "What the caller meets",
        Taken = "The call is taken.",
        Words = "“{0}”",
        Prompt = "Prompt {0}",
        Sound = "Sound {0}",
        Music = "Music: {0}",
        Key = "Presses {0}",
        Reads = "What {0} says is read out.",
        Rings = "{0} rings.",
        Busy = "{0} is busy.",
        Talks = "Talks with {0}.",
        Records = "Leaves a message, to # or the end.",
        Trouble = "Trouble: {0}",
        Ended = "The call has ended: {0}.",
    };

    public static readonly TrialWords Russian = new()
    {
        Title = "Попробовать",
        Hint = "Звонок в черновик в отдельном колл-центре: никому не звонит и ничего не хранит.",
        At = "Когда",
        Number = "Номер абонента",
        Operators = "Операторы",
        TheyAnswer = "отвечают через 3 секунды",
        TheyAreBusy = "заняты",
        NobodyThere = "никого нет",
        Call = "Позвонить",
        KeyName = "Клавиша",
        Skip = "На 10 секунд вперёд",
        HangUp = "Повесить трубку",
        Heard = "Что встречает абонент",
        Taken = "Звонок принят.",
        Words = "Слова: «{0}»",
        Prompt = "Подсказка {0}",
        Sound = "Звук {0}",
        Music = "Музыка: {0}",
        Key = "Нажимает {0}",
        Reads = "Читается вслух: {0}",
        Rings = "Звонит {0}.",
        Busy = "Занято: {0}.",
        Talks = "Разговор: {0}.",
        Records = "Оставляет сообщение, до # или до конца.",
        Trouble = "Неполадка: {0}",
        Ended = "Звонок окончен: {0}.",
    };

    public required string Title { get; init; }

    public required string Hint { get; init; }

    public required string At { get; init; }

    public required string Number { get; init; }

    public required string Operators { get; init; }

    public required string TheyAnswer { get; init; }

    public required string TheyAreBusy { get; init; }

    public required string NobodyThere { get; init; }

    public required string Call { get; init; }

    public required string KeyName { get; init; }

    public required string Skip { get; init; }

    public required string HangUp { get; init; }

    public required string Heard { get; init; }

    public required string Taken { get; init; }

    /// <summary>Takes what.</summary>
    public required string Words { get; init; }

    /// <summary>Takes what.</summary>
    public required string Prompt { get; init; }

    /// <summary>Takes what.</summary>
    public required string Sound { get; init; }

    /// <summary>Takes what.</summary>
    public required string Music { get; init; }

    /// <summary>Takes what.</summary>
    public required string Key { get; init; }

    /// <summary>Takes what.</summary>
    public required string Reads { get; init; }

    /// <summary>Takes what.</summary>
    public required string Rings { get; init; }

    /// <summary>Takes what.</summary>
    public required string Busy { get; init; }

    /// <summary>Takes what.</summary>
    public required string Talks { get; init; }

    public required string Records { get; init; }

    /// <summary>Takes what.</summary>
    public required string Trouble { get; init; }

    /// <summary>Takes what.</summary>
    public required string Ended { get; init; }

    public static TrialWords In(string language) => language == Language.Russian ? Russian : English;

    public string Of(TrialOperators operators) => operators switch
    {
        TrialOperators.Answer => TheyAnswer,
        TrialOperators.Busy => TheyAreBusy,
        TrialOperators.Nobody => NobodyThere,
    };

    /// <summary>What a caller met.</summary>
    public string Of(TrialEvent one) => string.Format(System.Globalization.CultureInfo.InvariantCulture, one.Kind switch
    {
        TrialKind.Taken => Taken,
        TrialKind.Words => Words,
        TrialKind.Prompt => Prompt,
        TrialKind.Sound => Sound,
        TrialKind.Music => Music,
        TrialKind.Key => Key,
        TrialKind.Reads => Reads,
        TrialKind.Rings => Rings,
        TrialKind.Busy => Busy,
        TrialKind.Talks => Talks,
        TrialKind.Records => Records,
        TrialKind.Trouble => Trouble,
        TrialKind.Ended => Ended,
    }, one.Text);
}
