namespace Web3Tel.Server.Panel;

/// <summary>What the operator's desk says, in one language.</summary>
public sealed record DeskWords
{
    public static readonly DeskWords English = new()
    {
        WhoseDesk = "Whose desk?",
        NotThere = "The operator this account belongs to is not configured any more: ask an administrator.",
        SignIn = "Begin work",
        SignOut = "End work",
        Ready = "Ready",
        Break = "Break",
        BreakFollows = "A break follows: {0}",
        EndWrapUp = "End wrap-up",
        MoreWrapUp = "One more minute",
        Left = "left",
        Hold = "Hold",
        Resume = "Back from hold",
        HangUpHint = "Answer and hang up with your telephone.",
        MyCall = "My call",
        NoCall = "No call at the moment.",
        Waited = "waited",
        Messages = "My messages",
        NoMessages = "No messages.",
        MarkRead = "Mark as read",
        MarkUnread = "Mark as unread",
        MarkReadOf = "Mark as read: {0}",
        MarkUnreadOf = "Mark as unread: {0}",
        Delete = "Delete",
        DeleteOf = "Delete the message: {0}",
        DeleteAsked = "Nobody can hear it any more then. Delete?",
        MessageGone = "This message is not there any more.",
        MessageLater = "The disk takes nothing at present: it is done as soon as it does.",
        Queues = "My queues",
        Callbacks = "To be called back",
        NoCallbacks = "Nobody is to be called back.",
        CallNow = "Call out of turn: {0}",
        MoveFirst = "To the front: {0}",
        CancelCallback = "Cancel the callback: {0}",
        AlsoAsked = "is also to be called back",
        Transfer = "Transfer",
        Ask = "Ask first",
        Asking = "Asked, it rings",
        AskedTalks = "Asked, you talk; the caller hears music",
        HandOver = "Hand the caller over",
        TakeBack = "Back to the caller",
        AskedBy = "You are asked about this caller by {0}, who hands over or takes the caller back.",
        TransferTo = "To",
        TransferNumber = "or a number",
        ToQueues = "Queues",
        ToOperators = "Operators",
        NoteTitle = "Result and note",
        Result = "Result",
        Note = "Note",
        SaveNote = "Save",
        NoteSaved = "Saved.",
        Earlier = "Earlier calls of this number",
        NoEarlier = "None.",
        OwnCalls = "My latest conversations",
        NoOwnCalls = "None in the last 24 hours.",
        Change = "Change",
        ChangeNote = "Change result and note: {0}",
        CallNumber = "Call a number",
        NumberOutside = "Number outside",
        Call = "Call",
        CallTo = "Call {0}",
        CallAgain = "Once more: {0}",
        Missed = "Missed calls",
        NoMissed = "None of late.",
        MyDay = "My day",
        DayConversations = "conversations",
        DayAverage = "each on average",
        DayMissed = "missed",
        DayBusy = "busy",
        DayBreaks = "breaks",
        DaySignedIn = "at work",
    };

    public static readonly DeskWords Russian = new()
    {
        WhoseDesk = "Чьё рабочее место?",
        NotThere = "Оператора этой учётной записи больше нет в настройках: обратитесь к администратору.",
        SignIn = "Начать работу",
        SignOut = "Закончить работу",
        Ready = "Готов",
        Break = "Перерыв",
        BreakFollows = "Затем перерыв: {0}",
        EndWrapUp = "Закончить обработку",
        MoreWrapUp = "Ещё минуту",
        Left = "осталось",
        Hold = "На удержание",
        Resume = "Снять с удержания",
        HangUpHint = "Отвечайте и вешайте трубку на телефоне.",
        MyCall = "Мой вызов",
        NoCall = "Вызова сейчас нет.",
        Waited = "ожидание",
        Messages = "Мои сообщения",
        NoMessages = "Сообщений нет.",
        MarkRead = "Отметить прочитанным",
        MarkUnread = "Отметить непрочитанным",
        MarkReadOf = "Отметить прочитанным: {0}",
        MarkUnreadOf = "Отметить непрочитанным: {0}",
        Delete = "Удалить",
        DeleteOf = "Удалить сообщение: {0}",
        DeleteAsked = "Его больше никто не услышит. Удалить?",
        MessageGone = "Этого сообщения больше нет.",
        MessageLater = "Диск сейчас ничего не принимает: будет сделано, как только примет.",
        Queues = "Мои очереди",
        Callbacks = "Перезвонить",
        NoCallbacks = "Перезванивать некому.",
        CallNow = "Позвонить вне очереди: {0}",
        MoveFirst = "В начало очереди: {0}",
        CancelCallback = "Отменить обратный звонок: {0}",
        AlsoAsked = "ждёт и обратного звонка",
        Transfer = "Перевести",
        Ask = "Сначала спросить",
        Asking = "Спрашиваем, звонит",
        AskedTalks = "Спрашиваем, вы говорите; звонящий слышит музыку",
        HandOver = "Передать звонящего",
        TakeBack = "Вернуться к звонящему",
        AskedBy = "Об этом звонящем вас спрашивает {0}: звонящего передадут вам или заберут назад.",
        TransferTo = "Куда",
        TransferNumber = "или номер",
        ToQueues = "Очереди",
        ToOperators = "Операторы",
        NoteTitle = "Итог и заметка",
        Result = "Итог",
        Note = "Заметка",
        SaveNote = "Сохранить",
        NoteSaved = "Сохранено.",
        Earlier = "Прежние вызовы с этим номером",
        NoEarlier = "Не было.",
        OwnCalls = "Мои последние разговоры",
        NoOwnCalls = "За последние сутки не было.",
        Change = "Изменить",
        ChangeNote = "Изменить итог и заметку: {0}",
        CallNumber = "Позвонить по номеру",
        NumberOutside = "Внешний номер",
        Call = "Позвонить",
        CallTo = "Позвонить на {0}",
        CallAgain = "Ещё раз: {0}",
        Missed = "Пропущенные вызовы",
        NoMissed = "В последнее время нет.",
        MyDay = "Мой день",
        DayConversations = "разговоров",
        DayAverage = "в среднем",
        DayMissed = "пропущено",
        DayBusy = "занятость",
        DayBreaks = "перерывы",
        DaySignedIn = "на работе",
    };

    public required string WhoseDesk { get; init; }

    public required string NotThere { get; init; }

    public required string SignIn { get; init; }

    public required string SignOut { get; init; }

    public required string Ready { get; init; }

    public required string Break { get; init; }

    /// <summary>Takes the break's name.</summary>
    public required string BreakFollows { get; init; }

    public required string EndWrapUp { get; init; }

    public required string MoreWrapUp { get; init; }

    public required string Left { get; init; }

    public required string Hold { get; init; }

    public required string Resume { get; init; }

    public required string HangUpHint { get; init; }

    public required string MyCall { get; init; }

    public required string NoCall { get; init; }

    public required string Waited { get; init; }

    public required string Messages { get; init; }

    public required string NoMessages { get; init; }

    public required string MarkRead { get; init; }

    public required string MarkUnread { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string MarkReadOf { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string MarkUnreadOf { get; init; }

    public required string Delete { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string DeleteOf { get; init; }

    public required string DeleteAsked { get; init; }

    public required string MessageGone { get; init; }

    public required string MessageLater { get; init; }

    public required string Queues { get; init; }

    public required string Callbacks { get; init; }

    public required string NoCallbacks { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string CallNow { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string MoveFirst { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string CancelCallback { get; init; }

    public required string AlsoAsked { get; init; }

    public required string Transfer { get; init; }

    public required string Ask { get; init; }

    public required string Asking { get; init; }

    public required string AskedTalks { get; init; }

    public required string HandOver { get; init; }

    public required string TakeBack { get; init; }

    /// <summary>Takes the name of the operator who asks.</summary>
    public required string AskedBy { get; init; }

    public required string TransferTo { get; init; }

    public required string TransferNumber { get; init; }

    public required string ToQueues { get; init; }

    public required string ToOperators { get; init; }

    public required string NoteTitle { get; init; }

    public required string Result { get; init; }

    public required string Note { get; init; }

    public required string SaveNote { get; init; }

    public required string NoteSaved { get; init; }

    public required string Earlier { get; init; }

    public required string NoEarlier { get; init; }

    public required string OwnCalls { get; init; }

    public required string NoOwnCalls { get; init; }

    public required string Change { get; init; }

    /// <summary>Takes the caller.</summary>
    public required string ChangeNote { get; init; }

    public required string CallNumber { get; init; }

    public required string NumberOutside { get; init; }

    public required string Call { get; init; }

    /// <summary>Takes the number.</summary>
    public required string CallTo { get; init; }

    /// <summary>Takes the number.</summary>
    public required string CallAgain { get; init; }

    public required string Missed { get; init; }

    public required string NoMissed { get; init; }

    public required string MyDay { get; init; }

    public required string DayConversations { get; init; }

    public required string DayAverage { get; init; }

    public required string DayMissed { get; init; }

    public required string DayBusy { get; init; }

    public required string DayBreaks { get; init; }

    public required string DaySignedIn { get; init; }

    public static DeskWords In(string language) => language == Language.Russian ? Russian : English;
}
