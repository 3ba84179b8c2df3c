using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Server.Configurations;

/// <summary>What one version of a document has otherwise than another, at one place.</summary>
/// <param name="Path">The place, entries of lists by their names: <c>Queues[sales]:Strategy</c>.</param>
/// <param name="Keys">The same without the names: <c>Queues</c>, <c>Strategy</c>.</param>
/// <param name="Was">Null for nothing.</param>
/// <param name="Is">Null for nothing.</param>
/// <param name="IsSecret">Whether it is only told that it was changed.</param>
sealed record Difference(string Path, ImmutableArray<string> Keys, string? Was, string? Is, bool IsSecret)
{
    /// <summary>A sentence.</summary>
    /// <param name="label">What the place is called where people fill it in; null for what has no name.</param>
    public string In(Language language, string? label = null)
    {
        var place = label is null ? Path : $"{Path} ({label})";
        return (IsSecret, Was, Is) switch
        {
            (true, _, _) => Phrases.In(language, $"{place} was changed.", $"{place}: изменено."),
            (_, null, var now) => Phrases.In(language, $"{place} is now {now}.", $"{place}: теперь {Russian(now)}."),
            (_, var then, null) => Phrases.In(language, $"{place} is gone; it was {then}.", $"{place}: больше нет; было {Russian(then)}."),
            (_, var then, var now) => Phrases.In(language, $"{place} is now {now}; it was {then}.", $"{place}: теперь {Russian(now)}; было {Russian(then)}."),
        };
    }

    static string? Russian(string? value) => value switch
    {
        "true" => "да",
        "false" => "нет",
        _ => value,
    };
}
