using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>Something that is wrong with a configuration: where, what, and what to do.</summary>
/// <param name="English">A sentence.</param>
/// <param name="Russian">The same in Russian.</param>
public sealed record ConfigurationProblem(string English, string Russian)
{
    public string In(Language language) => Phrases.In(language, English, Russian);

    public override string ToString() => English;

    /// <summary>A place within this one, whose name is the same in both languages.</summary>
    internal ConfigurationProblem At(string key) => new($"{English}: {key}", $"{Russian}: {key}");

    /// <summary>The sentence about this place.</summary>
    internal ConfigurationProblem Is(string english, string russian) => new(English + english, Russian + russian);
}
