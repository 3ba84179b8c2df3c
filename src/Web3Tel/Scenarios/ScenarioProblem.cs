using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>Something that is wrong with a scenario.</summary>
/// <param name="Path">Where, such as <c>steps.menu.keys.1</c>.</param>
/// <param name="English">What, and what to do.</param>
/// <param name="Russian">The same in Russian.</param>
public sealed record ScenarioProblem(string Path, string English, string Russian)
{
    /// <summary>Whether it is at that place, or somewhere in it.</summary>
    public bool IsAt(string place) => Path == place || Path.StartsWith($"{place}.", StringComparison.Ordinal);

    public string In(Language language) => Path.Length == 0 ? Phrases.In(language, English, Russian) : $"{Path}: {Phrases.In(language, English, Russian)}";

    public override string ToString() => In(Language.English);
}
