using System.Collections.Immutable;

namespace Web3Tel.Callers;

/// <summary>Callers known by their number: some come first, some are not let in, some go their own way. Of a number only the digits count.</summary>
/// <param name="lists">More lists, by name.</param>
public sealed class CallerLists(
    IEnumerable<KeyValuePair<string, TimeSpan>> priorities, IEnumerable<string> blocked, IEnumerable<KeyValuePair<string, ImmutableArray<string>>>? lists = null)
{
    /// <summary>Names of the lists that are always there: of those who come first, and of those who are not let in.</summary>
    public const string Vip = "vip";

    /// <inheritdoc cref="Vip"/>
    public const string Blocked = "blocked";

    public static readonly CallerLists Nobody = new([], []);

    readonly ImmutableDictionary<string, TimeSpan> _priorities =
        priorities.ToImmutableDictionary(caller => Digits(caller.Key), caller => caller.Value, StringComparer.Ordinal);

    readonly ImmutableHashSet<string> _blocked = [.. blocked.Select(Digits)];

    readonly ImmutableDictionary<string, ImmutableHashSet<string>> _lists = (lists ?? [])
        .ToImmutableDictionary(list => list.Key, list => list.Value.Select(Digits).ToImmutableHashSet(), StringComparer.Ordinal);

    public ImmutableArray<string> Names => [Vip, Blocked, .. _lists.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the number stands in the list of that name. Nobody is in a list that is not there, and a withheld number is in none.</summary>
    public bool Contains(string list, string number) => Digits(number) is { Length: > 0 } digits && list switch
    {
        Vip => _priorities.ContainsKey(digits),
        Blocked => _blocked.Contains(digits),
        _ => _lists.GetValueOrDefault(list)?.Contains(digits) ?? false,
    };

    /// <summary>How much earlier than they joined callers of this number are served; zero for a number in no list.</summary>
    public TimeSpan PriorityOf(string number) => _priorities.GetValueOrDefault(Digits(number));

    public bool IsBlocked(string number) => _blocked.Contains(Digits(number));

    /// <summary>A number as it is compared: <c>+7 (916) 123-45-67</c> is <c>79161234567</c>.</summary>
    public static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
