namespace Web3Tel.Server.Panel;

/// <summary>What the page of opening hours says, in one language.</summary>
public sealed record CalendarWords
{
    public static readonly CalendarWords English = new()
    {
        Title = "Opening hours",
        Hint = "Open or close at once, whatever the calendar says, for the callers who come from now on. The hours themselves are changed in the scenario.",
        None = "No scenario that calls go through has opening hours.",
        Scenario = "Scenario",
        Lines = "lines",
        OpenNow = "open now",
        ClosedNow = "closed now",
        ByCalendar = "by the calendar",
        OpenedBy = "opened by hand until {0} by {1}",
        ClosedBy = "closed by hand until {0} by {1}",
        Written = "whoever wrote the scenario",
        Until = "Until ({0})",
        Comment = "Why",
        Open = "Open by hand",
        Close = "Close by hand",
        Follow = "Back to the calendar",
        Done = "It counts from the next caller on.",
        NotLater = "Give a day and a time that are still to come.",
        Gone = "This calendar is not there any more: somebody has published another version.",
        NotKept = "The disk takes nothing, and nothing has changed. Free or mend it, and try again.",
        Day = "yyyy-MM-dd HH:mm",
    };

    public static readonly CalendarWords Russian = new()
    {
        Title = "Часы работы",
        Hint = "Открыть или закрыть сразу, что бы ни говорил календарь, для тех, кто позвонит с этого момента. Сами часы меняются в сценарии.",
        None = "Ни у одного действующего сценария нет часов работы.",
        Scenario = "Сценарий",
        Lines = "линии",
        OpenNow = "сейчас открыто",
        ClosedNow = "сейчас закрыто",
        ByCalendar = "по календарю",
        OpenedBy = "открыто вручную до {0}, кто: {1}",
        ClosedBy = "закрыто вручную до {0}, кто: {1}",
        Written = "автор сценария",
        Until = "До ({0})",
        Comment = "Зачем",
        Open = "Открыть вручную",
        Close = "Закрыть вручную",
        Follow = "Вернуть календарь",
        Done = "Действует со следующего звонка.",
        NotLater = "Укажите день и время, которые ещё не наступили.",
        Gone = "Такого календаря больше нет: кто-то опубликовал другую версию.",
        NotKept = "Диск ничего не принимает, ничего не изменилось. Освободите или почините его и повторите.",
        Day = "dd.MM.yyyy HH:mm",
    };

    public required string Title { get; init; }

    public required string Hint { get; init; }

    public required string None { get; init; }

    public required string Scenario { get; init; }

    public required string Lines { get; init; }

    public required string OpenNow { get; init; }

    public required string ClosedNow { get; init; }

    public required string ByCalendar { get; init; }

    public required string OpenedBy { get; init; }

    public required string ClosedBy { get; init; }

    public required string Written { get; init; }

    public required string Until { get; init; }

    public required string Comment { get; init; }

    public required string Open { get; init; }

    public required string Close { get; init; }

    public required string Follow { get; init; }

    public required string Done { get; init; }

    public required string NotLater { get; init; }

    public required string Gone { get; init; }

    public required string NotKept { get; init; }

    /// <summary>How a day and a time are written.</summary>
    internal string Day { get; init; } = "";

    public static CalendarWords In(string language) => language == Language.Russian ? Russian : English;
}
