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
        return language switch
        {
            Language.English => place < Uncounted
                ? $"you are number {EnglishNumbers.Cardinal(place)} in the queue"
                : "there are more than nine thousand callers ahead of you",
            Language.Russian => place < Uncounted
                ? $"вы {RussianNumbers.Ordinal(place)} в очереди"
                : "перед вами больше девяти тысяч человек",
        };
    }

    /// <summary>The wait, rounded to the minute, and to the hour when it is long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static string ExpectedWait(Language language, TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return language switch
        {
            Language.English => English(wait),
            Language.Russian => Russian(wait),
        };
    }

    static string English(TimeSpan wait) => wait switch
    {
        _ when wait < TimeSpan.FromMinutes(1) => "the wait is less than a minute",
        _ when wait <= LongestInMinutes => $"the wait is about {EnglishNumbers.Count(Whole(wait.TotalMinutes), "minute")}",
        _ when wait <= LongestTold => $"the wait is about {EnglishNumbers.Count(Whole(wait.TotalHours), "hour")}",
        _ => "the wait is more than a day",
    };

    static string Russian(TimeSpan wait) => wait switch
    {
        _ when wait < TimeSpan.FromMinutes(1) => "ожидание меньше минуты",
        _ when wait <= LongestInMinutes => $"ожидание около {RussianNumbers.OfMinutes(Whole(wait.TotalMinutes))}",
        _ when wait <= LongestTold => $"ожидание около {RussianNumbers.OfHours(Whole(wait.TotalHours))}",
        _ => "ожидание больше суток",
    };

    static int Whole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
