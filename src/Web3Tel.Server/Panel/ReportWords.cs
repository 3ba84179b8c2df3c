namespace Web3Tel.Server.Panel;

/// <summary>What the page of reports says, in one language.</summary>
public sealed record ReportWords
{
    public static readonly ReportWords English = new()
    {
        Title = "Reports",
        Subject = "Of",
        Queues = "Queues",
        Operators = "Operators",
        Lines = "Lines",
        Name = "Only",
        Any = "all",
        From = "From day",
        To = "To day",
        Interval = "By",
        HalfHour = "half hours",
        Hour = "hours",
        Day = "days",
        Show = "Show",
        Print = "Print",
        Csv = "Download as CSV",
        Unreadable = "This cannot be read, or is too much.",
        None = "Nothing was counted in this time.",
        NotUpToDate = "Older entries are still being counted: figures of the latest time are missing.",
        WholeFrom = "The journal has a hole: figures are whole from",
        Disk = "The facts of reports cannot be read: free or mend the disk.",
        Calls = "Calls",
        Answered = "answered",
        Abandoned = "abandoned",
        Conversations = "conversations",
        ServiceLevel = "Service level, answered in {0} s",
        Waits = "How long they waited, s",
        Longer = "longer",
        Occupancy = "Occupancy",
        Result = "Result",
        Total = "All",
        Each = "By interval",
        When = "When",
    };

    public static readonly ReportWords Russian = new()
    {
        Title = "Отчёты",
        Subject = "О чём",
        Queues = "Очереди",
        Operators = "Операторы",
        Lines = "Линии",
        Name = "Только",
        Any = "все",
        From = "С даты",
        To = "По дату",
        Interval = "Интервал",
        HalfHour = "полчаса",
        Hour = "час",
        Day = "день",
        Show = "Показать",
        Print = "Печать",
        Csv = "Скачать CSV",
        Unreadable = "Значение не распознано или слишком велико.",
        None = "За это время ничего не посчитано.",
        NotUpToDate = "Старые записи ещё подсчитываются: последних данных пока нет.",
        WholeFrom = "В журнале пробел: данные полные с",
        Disk = "Данные отчётов не читаются: освободите или почините диск.",
        Calls = "Вызовы",
        Answered = "отвечено",
        Abandoned = "потеряно",
        Conversations = "разговоры",
        ServiceLevel = "Уровень обслуживания: отвечено за {0} с",
        Waits = "Сколько ждали, с",
        Longer = "дольше",
        Occupancy = "Занятость",
        Result = "Итог",
        Total = "Всего",
        Each = "По интервалам",
        When = "Когда",
    };

    public required string Title { get; init; }

    public required string Subject { get; init; }

    public required string Queues { get; init; }

    public required string Operators { get; init; }

    public required string Lines { get; init; }

    public required string Name { get; init; }

    public required string Any { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Interval { get; init; }

    public required string HalfHour { get; init; }

    public required string Hour { get; init; }

    public required string Day { get; init; }

    public required string Show { get; init; }

    public required string Print { get; init; }

    public required string Csv { get; init; }

    public required string Unreadable { get; init; }

    public required string None { get; init; }

    public required string NotUpToDate { get; init; }

    public required string WholeFrom { get; init; }

    public required string Disk { get; init; }

    public required string Calls { get; init; }

    public required string Answered { get; init; }

    public required string Abandoned { get; init; }

    public required string Conversations { get; init; }

    /// <summary>Takes the seconds.</summary>
    public required string ServiceLevel { get; init; }

    public required string Waits { get; init; }

    public required string Longer { get; init; }

    public required string Occupancy { get; init; }

    /// <summary>Before the id of a result.</summary>
    public required string Result { get; init; }

    public required string Total { get; init; }

    public required string Each { get; init; }

    public required string When { get; init; }

    public static ReportWords In(string language) => language == Language.Russian ? Russian : English;
}
