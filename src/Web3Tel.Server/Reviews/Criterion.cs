using Web3Tel.Speech;

namespace Web3Tel.Server.Reviews;

/// <summary>A line of the form by which conversations are judged.</summary>
/// <param name="Id">In scores and files: letters, digits, - and _.</param>
/// <param name="Name">What people read.</param>
/// <param name="Most">Points at most, the fewest being 0.</param>
/// <param name="Weight">How much it counts beside the others.</param>
public sealed record Criterion(string Id, string Name, int Most, int Weight)
{
    /// <summary>What people read in Russian; null for the same.</summary>
    public string? RussianName { get; init; }

    /// <summary>What is to be looked at; empty for nothing more.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same in Russian; null for the same.</summary>
    public string? RussianText { get; init; }

    public string NameIn(Language language) => Phrases.In(language, Name, RussianName ?? Name);

    public string TextIn(Language language) => Phrases.In(language, Text, RussianText ?? Text);
}
