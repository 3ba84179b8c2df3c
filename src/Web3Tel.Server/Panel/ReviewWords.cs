namespace Web3Tel.Server.Panel;

/// <summary>What is said around the review of a recording, in one language.</summary>
public sealed record ReviewWords
{
    public static readonly ReviewWords English = new()
    {
        Title = "Recording",
        Review = "Review",
        Comments = "comments: {0}",
        Remarks = "Comments",
        NoRemarks = "Nothing was said of it yet.",
        PlayFrom = "Play from {0}",
        Moment = "At (min:s)",
        Text = "Comment",
        Add = "Add",
        Delete = "Delete the comment at {0}",
        DeleteShort = "Delete",
        NoMoment = "Give the moment as minutes and seconds, such as 1:05.",
        Quality = "Quality",
        NoCard = "There is no form to judge by: an administrator sets ScoreCard in the configuration.",
        Points = "{0}: 0 to {1}",
        About = "Operator",
        Judge = "Save the score",
        Withdraw = "Take my score back",
        By = "Judged by",
        Given = "When",
        Share = "Reached",
        NoScores = "Nobody has judged it yet.",
        Result = "Result",
        Note = "Note",
        Unknown = "There is no such recording, or it is of a queue you do not see.",
        Judged = "Quality by score cards",
        JudgedCount = "conversations judged: {0}",
    };

    public static readonly ReviewWords Russian = new()
    {
        Title = "Запись разговора",
        Review = "Разбор",
        Comments = "комментариев: {0}",
        Remarks = "Комментарии",
        NoRemarks = "Комментариев пока нет.",
        PlayFrom = "Слушать с {0}",
        Moment = "Момент (мин:с)",
        Text = "Комментарий",
        Add = "Добавить",
        Delete = "Удалить комментарий на {0}",
        DeleteShort = "Удалить",
        NoMoment = "Укажите момент минутами и секундами, например 1:05.",
        Quality = "Оценка качества",
        NoCard = "Нет формы оценки: её задаёт администратор (ScoreCard в конфигурации).",
        Points = "{0}: от 0 до {1}",
        About = "Оператор",
        Judge = "Сохранить оценку",
        Withdraw = "Отозвать мою оценку",
        By = "Кто оценил",
        Given = "Когда",
        Share = "Итог",
        NoScores = "Оценок пока нет.",
        Result = "Итог разговора",
        Note = "Заметка",
        Unknown = "Такой записи нет, или она из очереди, которая вам не видна.",
        Judged = "Качество по оценкам",
        JudgedCount = "оценено разговоров: {0}",
    };

    public required string Title { get; init; }

    /// <summary>Leads to the page of one recording.</summary>
    public required string Review { get; init; }

    /// <summary>Takes how many.</summary>
    public required string Comments { get; init; }

    public required string Remarks { get; init; }

    public required string NoRemarks { get; init; }

    /// <summary>Takes the moment.</summary>
    public required string PlayFrom { get; init; }

    public required string Moment { get; init; }

    public required string Text { get; init; }

    public required string Add { get; init; }

    /// <summary>Takes the moment.</summary>
    public required string Delete { get; init; }

    public required string DeleteShort { get; init; }

    public required string NoMoment { get; init; }

    public required string Quality { get; init; }

    public required string NoCard { get; init; }

    /// <summary>Takes the criterion and its points at most.</summary>
    public required string Points { get; init; }

    public required string About { get; init; }

    public required string Judge { get; init; }

    public required string Withdraw { get; init; }

    public required string By { get; init; }

    public required string Given { get; init; }

    public required string Share { get; init; }

    public required string NoScores { get; init; }

    public required string Result { get; init; }

    public required string Note { get; init; }

    public required string Unknown { get; init; }

    /// <summary>Over the means by operator.</summary>
    public required string Judged { get; init; }

    /// <summary>Takes how many.</summary>
    public required string JudgedCount { get; init; }

    public static ReviewWords In(string language) => language == Language.Russian ? Russian : English;
}
