namespace Web3Tel.Speech;

/// <summary>English numbers in words, from 1 to 9999.</summary>
static class EnglishNumbers
{
    static readonly string[] Small =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Cardinal(int number) => number switch
    {
        < 20 => Small[number],
        < 100 => Join(Tens[number / 10], "-", number % 10),
        < 1000 => Join($"{Small[number / 100]} hundred", " and ", number % 100),
        _ => Join($"{Small[number / 1000]} thousand", number % 1000 < 100 ? " and " : " ", number % 1000),
    };

    public static string Count(int number, string unit) => $"{Cardinal(number)} {unit}{(number == 1 ? "" : "s")}";

    static string Join(string greater, string with, int rest) => rest == 0 ? greater : greater + with + Cardinal(rest);
}
