namespace Web3Tel.Speech;

/// <summary>Russian numbers in words: masculine ordinals from 1 to 9999, and counts from 1 to 99, in the genitive and by themselves.</summary>
static class RussianNumbers
{
    static readonly string[] OrdinalSmall =
    [
        "", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый",
        "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый", "пятнадцатый", "шестнадцатый", "семнадцатый",
        "восемнадцатый", "девятнадцатый",
    ];

    static readonly string[] OrdinalTens =
    [
        "", "", "двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый", "восьмидесятый",
        "девяностый",
    ];

    static readonly string[] OrdinalHundreds =
    [
        "", "сотый", "двухсотый", "трёхсотый", "четырёхсотый", "пятисотый", "шестисотый", "семисотый", "восьмисотый",
        "девятисотый",
    ];

    static readonly string[] OrdinalThousands =
    [
        "", "тысячный", "двухтысячный", "трёхтысячный", "четырёхтысячный", "пятитысячный", "шеститысячный", "семитысячный",
        "восьмитысячный", "девятитысячный",
    ];

    static readonly string[] Tens =
    [
        "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
    ];

    static readonly string[] Hundreds =
    [
        "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
    ];

    static readonly string[] Thousands =
    [
        "", "тысяча", "две тысячи", "три тысячи", "четыре тысячи", "пять тысяч", "шесть тысяч", "семь тысяч", "восемь тысяч",
        "девять тысяч",
    ];

    // One is missing: it alone has a gender in the genitive.
    static readonly string[] GenitiveSmall =
    [
        "", "", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати",
        "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати",
    ];

    // One and two are missing: they have genders.
    static readonly string[] NominativeSmall =
    [
        "", "", "", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать",
        "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
    ];

    static readonly string[] GenitiveTens =
    [
        "", "", "двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти", "девяноста",
    ];

    /// <summary>Only the last word of a compound is an ordinal: сто двадцать первый.</summary>
    public static string Ordinal(int number) => number switch
    {
        < 20 => OrdinalSmall[number],
        < 100 => Compound(number, 10, Tens, OrdinalTens),
        < 1000 => Compound(number, 100, Hundreds, OrdinalHundreds),
        _ => Compound(number, 1000, Thousands, OrdinalThousands),
    };

    /// <summary>As after «около»: двух минут.</summary>
    public static string OfMinutes(int number) =>
        $"{Genitive(number, "одной")} {(EndsInOne(number) ? "минуты" : "минут")}";

    /// <summary>As after «около»: двух часов.</summary>
    public static string OfHours(int number) => $"{Genitive(number, "одного")} {(EndsInOne(number) ? "часа" : "часов")}";

    /// <summary>As by itself: две минуты.</summary>
    public static string Minutes(int number) => $"{Nominative(number, "одна", "две")} {Form(number, "минута", "минуты", "минут")}";

    /// <summary>As after «в»: две минуты, одну минуту.</summary>
    public static string AtMinutes(int number) => $"{Nominative(number, "одну", "две")} {Form(number, "минуту", "минуты", "минут")}";

    /// <summary>As in a date: двадцать третьего.</summary>
    public static string OfOrdinal(int number) => Ordinal(number) is var word && word.EndsWith("третий", StringComparison.Ordinal) ? $"{word[..^2]}ьего" : $"{word[..^2]}ого";

    /// <summary>As by itself: два часа.</summary>
    public static string Hours(int number) => $"{Nominative(number, "один", "два")} {Form(number, "час", "часа", "часов")}";

    static string Compound(int number, int unit, string[] cardinals, string[] ordinals) => number % unit == 0
        ? ordinals[number / unit]
        : $"{cardinals[number / unit]} {Ordinal(number % unit)}";

    public static string Genitive(int number, string one) => number switch
    {
        1 => one,
        < 20 => GenitiveSmall[number],
        _ when number % 10 == 0 => GenitiveTens[number / 10],
        _ => $"{GenitiveTens[number / 10]} {Genitive(number % 10, one)}",
    };

    static string Nominative(int number, string one, string two) => number switch
    {
        1 => one,
        2 => two,
        < 20 => NominativeSmall[number],
        _ when number % 10 == 0 => Tens[number / 10],
        _ => $"{Tens[number / 10]} {Nominative(number % 10, one, two)}",
    };

    static string Form(int number, string one, string few, string many) => (number % 100 is > 10 and < 20 ? 0 : number % 10) switch
    {
        1 => one,
        2 or 3 or 4 => few,
        _ => many,
    };

    static bool EndsInOne(int number) => number % 10 == 1 && number != 11;
}
