namespace Web3Tel.Server.Panel;

/// <summary>What the wall's commands and figures of the day say, in one language.</summary>
public sealed record WallWords
{
    public static readonly WallWords English = new()
    {
        Commands = "Commands",
        CommandsFor = "Commands: {0}",
        MyPhone = "My telephone",
        MyPhoneHint = "operator's id or number",
        Listen = "Listen",
        Whisper = "Whisper",
        Barge = "Barge in",
        TakeOver = "Take over",
        TakeOverAsked = "The operator loses this call. Take it over?",
        HangUp = "Hang up",
        HangUpAsked = "This ends the call. Hang up?",
        CancelCallback = "Cancel the callback",
        CancelCallbackAsked = "The customer will not be called back. Cancel?",
        MoveFirst = "To the front",
        MoveTo = "To queue",
        Move = "Move",
        Why = "Step by step",
        Incomplete = "There is more than this: the journal does not reach back, or there is too much of it.",
        ForceReady = "Make ready",
        ForceBreak = "Send on a break",
        ForceSignedOut = "End work",
        ForceSignedOutAsked = "No more calls for this operator. End work?",
        Reason = "Why",
        ReasonHint = "the operator reads it",
        ReasonMissing = "Say why: the operator will read it.",
        PhoneRings = "{0} rings: pick up.",
        Done = "Done.",
        No = "No",
        Sound = "Sound",
        SoundHint = "A tone when a wait or a service level gets worse",
        FullScreen = "Full screen",
        ServiceLevel = "in {0} s today",
        AnsweredToday = "answered today",
        AbandonedToday = "abandoned",
        PhoneNotFree = "phone not free",
        OperatorToday = "today {0} · {1} each · {2} busy",
    };

    public static readonly WallWords Russian = new()
    {
        Commands = "Команды",
        CommandsFor = "Команды: {0}",
        MyPhone = "Мой телефон",
        MyPhoneHint = "код оператора или номер",
        Listen = "Слушать",
        Whisper = "Подсказать",
        Barge = "Вмешаться",
        TakeOver = "Забрать разговор",
        TakeOverAsked = "Оператор потеряет вызов. Забрать?",
        HangUp = "Завершить вызов",
        HangUpAsked = "Вызов прервётся. Завершить?",
        CancelCallback = "Отменить обратный звонок",
        CancelCallbackAsked = "Клиенту не перезвонят. Отменить?",
        MoveFirst = "В начало очереди",
        MoveTo = "В очередь",
        Move = "Переместить",
        Why = "По шагам",
        Incomplete = "Это не всё: журнал не доходит до начала или слишком велик.",
        ForceReady = "Сделать готовым",
        ForceBreak = "Отправить на перерыв",
        ForceSignedOut = "Снять с работы",
        ForceSignedOutAsked = "Вызовов оператору больше не будет. Снять?",
        Reason = "Причина",
        ReasonHint = "оператор её прочтёт",
        ReasonMissing = "Назовите причину: оператор её прочтёт.",
        PhoneRings = "{0} звонит: снимите трубку.",
        Done = "Готово.",
        No = "Нет",
        Sound = "Звук",
        SoundHint = "Сигнал, когда ожидание или уровень обслуживания становится хуже",
        FullScreen = "На весь экран",
        ServiceLevel = "за {0} с сегодня",
        AnsweredToday = "отвечено сегодня",
        AbandonedToday = "потеряно",
        PhoneNotFree = "телефон занят или не в сети",
        OperatorToday = "сегодня {0} · в среднем {1} · занят {2}",
    };

    public required string Commands { get; init; }

    /// <summary>Takes a name.</summary>
    public required string CommandsFor { get; init; }

    public required string MyPhone { get; init; }

    public required string MyPhoneHint { get; init; }

    public required string Listen { get; init; }

    public required string Whisper { get; init; }

    public required string Barge { get; init; }

    public required string TakeOver { get; init; }

    public required string TakeOverAsked { get; init; }

    public required string HangUp { get; init; }

    public required string HangUpAsked { get; init; }

    public required string CancelCallback { get; init; }

    public required string CancelCallbackAsked { get; init; }

    public required string MoveFirst { get; init; }

    public required string MoveTo { get; init; }

    public required string Move { get; init; }

    public required string Why { get; init; }

    public required string Incomplete { get; init; }

    public required string ForceReady { get; init; }

    public required string ForceBreak { get; init; }

    public required string ForceSignedOut { get; init; }

    public required string ForceSignedOutAsked { get; init; }

    public required string Reason { get; init; }

    public required string ReasonHint { get; init; }

    public required string ReasonMissing { get; init; }

    /// <summary>Takes the telephone.</summary>
    public required string PhoneRings { get; init; }

    public required string Done { get; init; }

    public required string No { get; init; }

    public required string Sound { get; init; }

    public required string SoundHint { get; init; }

    public required string FullScreen { get; init; }

    /// <summary>Takes the seconds.</summary>
    public required string ServiceLevel { get; init; }

    public required string AnsweredToday { get; init; }

    public required string AbandonedToday { get; init; }

    /// <summary>Of operators who are ready, but whose phones cannot ring.</summary>
    public required string PhoneNotFree { get; init; }

    /// <summary>Takes conversations, their mean and the occupancy.</summary>
    public required string OperatorToday { get; init; }

    public static WallWords In(string language) => language == Language.Russian ? Russian : English;
}
