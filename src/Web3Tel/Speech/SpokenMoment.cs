namespace Web3Tel.Speech;

/// <summary>Times of the day and days, as a person says them.</summary>
static class SpokenMoment
{
    /// <summary>Days nearer than this are told by their names in the week.</summary>
    const int DaysInWeek = 7;

    const int HalfDay = 12;

    static readonly string[] EnglishOrdinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    static readonly string[] RussianMonths =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    static readonly string[] RussianDays =
        ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"];

    /// <summary>The time by itself: девять часов одна минута, nine oh one a.m.</summary>
    public static string Time(Language language, TimeOnly time) => language switch
    {
        Language.English => English(time),
        Language.Russian => Russian(time, RussianNumbers.Minutes),
    };

    /// <summary>When something will be: завтра в девять часов, tomorrow at nine a.m.</summary>
    /// <param name="now">By the same clock.</param>
    public static string When(Language language, DateTime moment, DateTime now)
    {
        var time = TimeOnly.FromDateTime(moment);
        return $"{Day(language, DateOnly.FromDateTime(moment), DateOnly.FromDateTime(now))} {Phrases.In(language, $"at {English(time)}", $"в {Russian(time, RussianNumbers.AtMinutes)}")}";
    }

    static string Day(Language language, DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => Phrases.In(language, "today", "сегодня"),
        1 => Phrases.In(language, "tomorrow", "завтра"),
        > 1 and < DaysInWeek => Phrases.In(language, $"on {day.DayOfWeek}", RussianDays[(int)day.DayOfWeek]),
        _ => Phrases.In(language, $"on the {EnglishOrdinal(day.Day)} of {EnglishMonths[day.Month - 1]}", $"{RussianNumbers.OfOrdinal(day.Day)} {RussianMonths[day.Month - 1]}"),
    };

    static string English(TimeOnly time) => time switch
    {
        { Hour: 0, Minute: 0 } => "midnight",
        { Hour: HalfDay, Minute: 0 } => "noon",
        _ => $"{EnglishNumbers.Cardinal((time.Hour + HalfDay - 1) % HalfDay + 1)}{EnglishMinutes(time.Minute)} {(time.Hour < HalfDay ? "a.m." : "p.m.")}",
    };

    static string EnglishMinutes(int minute) => minute switch
    {
        0 => "",
        < 10 => $" oh {EnglishNumbers.Cardinal(minute)}",
        _ => $" {EnglishNumbers.Cardinal(minute)}",
    };

    static string Russian(TimeOnly time, Func<int, string> minutes)
    {
        var hours = time.Hour == 0 ? "ноль часов" : RussianNumbers.Hours(time.Hour);
        return time.Minute == 0 ? hours : $"{hours} {minutes(time.Minute)}";
    }

    static string EnglishOrdinal(int day) => day switch
    {
        < 20 => EnglishOrdinals[day],
        20 => "twentieth",
        30 => "thirtieth",
        _ => $"{EnglishNumbers.Cardinal(day / 10 * 10)}-{EnglishOrdinals[day % 10]}",
    };
}
