namespace Web3Tel.Speech;

/// <summary>What a waiting caller is told, in words, so that any voice reads it right.</summary>
public static class Phrases
{
    /// <summary>Places from here on are not counted to the caller: nobody is helped by the exact number.</summary>
    const int Uncounted = 10_000;

    /// <summary>Waits longer than this are told in hours.</summary>
    static readonly TimeSpan LongestInMinutes = TimeSpan.FromMinutes(90);

    /// <summary>Waits longer than this are not told exactly: it would be a guess.</summary>
    static readonly TimeSpan LongestTold = TimeSpan.FromHours(24);

    /// <param name="place">The place in the queue, the first being 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is less than 1.</exception>
    public static string Position(Language language, int place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, 1);
        return place < Uncounted
            ? In(language, $"you are number {EnglishNumbers.Cardinal(place)} in the queue", $"вы {RussianNumbers.Ordinal(place)} в очереди")
            : In(language, "there are more than nine thousand callers ahead of you", "перед вами больше девяти тысяч человек");
    }

    /// <summary>The wait, rounded to the minute, and to the hour when it is long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static string ExpectedWait(Language language, TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return wait switch
        {
            _ when wait < TimeSpan.FromMinutes(1) => In(language, "the wait is less than a minute", "ожидание меньше минуты"),
            _ when wait <= LongestInMinutes => Minutes(language, Whole(wait.TotalMinutes)),
            _ when wait <= LongestTold => Hours(language, Whole(wait.TotalHours)),
            _ => In(language, "the wait is more than a day", "ожидание больше суток"),
        };
    }

    /// <summary>To a caller whose operator's telephone was lost in the conversation.</summary>
    public static string PhoneLost(Language language, bool isNext) => isNext
        ? In(language, "the connection to the operator was lost, you are next", "связь с оператором прервалась, вы следующий в очереди")
        : In(language, "the connection to the operator was lost, you have your place again", "связь с оператором прервалась, ваше место в очереди сохранено");

    /// <summary>How long a caller has waited, for the operator: rounded as <see cref="ExpectedWait"/> is.</summary>
    public static string Waited(Language language, TimeSpan wait) => wait switch
    {
        _ when wait < TimeSpan.FromMinutes(1) => In(language, "waited less than a minute", "ожидание меньше минуты"),
        _ when wait <= LongestInMinutes => WaitedFor(language, "minute", Whole(wait.TotalMinutes), RussianNumbers.Minutes),
        _ when wait <= LongestTold => WaitedFor(language, "hour", Whole(wait.TotalHours), RussianNumbers.Hours),
        _ => In(language, "waited more than a day", "ожидание больше суток"),
    };

    static string WaitedFor(Language language, string unit, int count, Func<int, string> russian) =>
        In(language, $"waited {EnglishNumbers.Count(count, unit)}", $"ожидание {russian(count)}");

    static string Minutes(Language language, int minutes) => In(
        language,
        $"the wait is about {EnglishNumbers.Count(minutes, "minute")}",
        $"ожидание около {RussianNumbers.OfMinutes(minutes)}");

    static string Hours(Language language, int hours) => In(
        language,
        $"the wait is about {EnglishNumbers.Count(hours, "hour")}",
        $"ожидание около {RussianNumbers.OfHours(hours)}");

    /// <summary>The one of the two that is in the language.</summary>
    public static string In(Language language, string english, string russian) => language switch
    {
        Language.English => english,
        Language.Russian => russian,
    };

    static int Whole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
