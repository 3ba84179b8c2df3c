using System.Globalization;

namespace Web3Tel.Server.Panel;

/// <summary>What the page of recordings says, in one language.</summary>
public sealed record RecordingWords
{
    public static readonly RecordingWords English = new()
    {
        Title = "Recordings",
        Since = "From day",
        Until = "To day",
        DayFrom = "Between (time)",
        DayTo = "and (time)",
        Operator = "Operator",
        OperatorHint = "name or id",
        Number = "Number",
        NumberHint = "or a part of it",
        Queue = "Queue",
        AnyQueue = "any",
        Result = "Result",
        LeastSeconds = "At least, s",
        MostSeconds = "At most, s",
        Search = "Search",
        Clear = "Clear",
        Export = "Download as ZIP",
        Times = "Times are those of {0}.",
        Found = "{0} to {1} of {2}",
        None = "Nothing was found.",
        Newest = "Newest",
        Older = "Older",
        Download = "Download",
        Speed = "Speed",
        Side = "Side",
        BothSides = "both",
        Caller = "Caller",
        SkipSilence = "Skip silence",
        NoFile = "no file",
        Consultation = "consultation",
        Unreadable = "This cannot be read.",
        NotWhole = "The index is being made again: some recordings may be missing for the moment.",
        Numbers = CultureInfo.InvariantCulture,
    };

    public static readonly RecordingWords Russian = new()
    {
        Title = "Записи разговоров",
        Since = "С даты",
        Until = "По дату",
        DayFrom = "Время с",
        DayTo = "до",
        Operator = "Оператор",
        OperatorHint = "имя или код",
        Number = "Номер",
        NumberHint = "или его часть",
        Queue = "Очередь",
        AnyQueue = "любая",
        Result = "Итог",
        LeastSeconds = "Не короче, с",
        MostSeconds = "Не длиннее, с",
        Search = "Найти",
        Clear = "Сбросить",
        Export = "Скачать ZIP",
        Times = "Время указано по часовому поясу {0}.",
        Found = "{0}–{1} из {2}",
        None = "Ничего не найдено.",
        Newest = "К новым",
        Older = "Раньше",
        Download = "Скачать",
        Speed = "Скорость",
        Side = "Сторона",
        BothSides = "обе",
        Caller = "Звонящий",
        SkipSilence = "Пропускать тишину",
        NoFile = "нет файла",
        Consultation = "консультация",
        Unreadable = "Значение не распознано.",
        NotWhole = "Индекс восстанавливается: некоторых записей пока может не быть.",
        Numbers = new NumberFormatInfo { NumberGroupSeparator = "\u00a0" },
    };

    public required string Title { get; init; }

    public required string Since { get; init; }

    public required string Until { get; init; }

    public required string DayFrom { get; init; }

    public required string DayTo { get; init; }

    public required string Operator { get; init; }

    public required string OperatorHint { get; init; }

    public required string Number { get; init; }

    public required string NumberHint { get; init; }

    public required string Queue { get; init; }

    public required string AnyQueue { get; init; }

    public required string Result { get; init; }

    public required string LeastSeconds { get; init; }

    public required string MostSeconds { get; init; }

    public required string Search { get; init; }

    public required string Clear { get; init; }

    public required string Export { get; init; }

    /// <summary>Takes the time zone's name.</summary>
    public required string Times { get; init; }

    /// <summary>Takes the first, the last and the total.</summary>
    public required string Found { get; init; }

    public required string None { get; init; }

    public required string Newest { get; init; }

    public required string Older { get; init; }

    public required string Download { get; init; }

    public required string Speed { get; init; }

    public required string Side { get; init; }

    public required string BothSides { get; init; }

    public required string Caller { get; init; }

    public required string SkipSilence { get; init; }

    public required string NoFile { get; init; }

    /// <summary>Of an operator with somebody who was asked.</summary>
    public required string Consultation { get; init; }

    public required string Unreadable { get; init; }

    public required string NotWhole { get; init; }

    public required IFormatProvider Numbers { get; init; }

    public static RecordingWords In(string language) => language == Language.Russian ? Russian : English;

    public string Range(int first, int last, int total) =>
        string.Format(CultureInfo.InvariantCulture, Found, first.ToString("N0", Numbers), last.ToString("N0", Numbers), total.ToString("N0", Numbers));
}
