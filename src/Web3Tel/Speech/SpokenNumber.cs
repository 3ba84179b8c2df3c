namespace Web3Tel.Speech;

/// <summary>A telephone number in words, digit by digit, in groups as people write them down.</summary>
static class SpokenNumber
{
    static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    static readonly string[] Russian = ["ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"];

    /// <param name="number">Digits, with a plus before them or not; anything else is left out.</param>
    public static string Of(Language language, string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(digit => Key(language, digit)).ToArray();
        var groups = Groups(digits.Length).Aggregate(
            (Said: Enumerable.Empty<string>(), From: 0),
            (told, size) => (told.Said.Append(string.Join(' ', digits[told.From..(told.From + size)])), told.From + size)).Said;
        return string.Join(", ", number.StartsWith('+') ? groups.Prepend(Phrases.In(language, "plus", "плюс")) : groups);
    }

    /// <summary>A key of a telephone: a digit, the star or the hash.</summary>
    public static string Key(Language language, char key) => key switch
    {
        '*' => Phrases.In(language, "star", "звёздочку"),
        '#' => Phrases.In(language, "hash", "решётку"),
        _ => language switch
        {
            Language.English => English[key - '0'],
            Language.Russian => Russian[key - '0'],
        },
    };

    /// <summary>The last four in pairs, threes before them: 7 916 123 45 67.</summary>
    static IEnumerable<int> Groups(int digits) => digits switch
    {
        0 => [],
        <= 3 => [digits],
        <= 5 => [digits - 2, 2],
        6 => [2, 2, 2],
        _ => [.. Threes(digits - 4), 2, 2],
    };

    static IEnumerable<int> Threes(int digits) => digits <= 3 ? [digits] : [.. Threes(digits - 3), 3];
}
