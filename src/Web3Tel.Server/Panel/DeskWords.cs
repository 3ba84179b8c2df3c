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
        Queues = "My queues",
        Callbacks = "To be called back",
        NoCallbacks = "Nobody is to be called back.",
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
        Queues = "Мои очереди",
        Callbacks = "Перезвонить",
        NoCallbacks = "Перезванивать некому.",
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

    public required string Queues { get; init; }

    public required string Callbacks { get; init; }

    public required string NoCallbacks { get; init; }

    public static DeskWords In(string language) => language == Language.Russian ? Russian : English;
}
