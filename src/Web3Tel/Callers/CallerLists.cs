using System.Collections.Immutable;

namespace Web3Tel.Callers;

/// <summary>Callers known by their number: some come first, some are not let in. Of a number only the digits count.</summary>
public sealed class CallerLists(IEnumerable<KeyValuePair<string, TimeSpan>> priorities, IEnumerable<string> blocked)
{
    public static readonly CallerLists Nobody = new([], []);

    readonly ImmutableDictionary<string, TimeSpan> _priorities =
        priorities.ToImmutableDictionary(caller => Digits(caller.Key), caller => caller.Value, StringComparer.Ordinal);

    readonly ImmutableHashSet<string> _blocked = [.. blocked.Select(Digits)];

    /// <summary>How much earlier than they joined callers of this number are served; zero for a number in no list.</summary>
    public TimeSpan PriorityOf(string number) => _priorities.GetValueOrDefault(Digits(number));

    public bool IsBlocked(string number) => _blocked.Contains(Digits(number));

    /// <summary>A number as it is compared: <c>+7 (916) 123-45-67</c> is <c>79161234567</c>.</summary>
    public static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
