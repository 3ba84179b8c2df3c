using System.Collections.Immutable;

namespace Web3Tel.Menus;

/// <summary>A question a caller answers by keys.</summary>
/// <typeparam name="T">What the menus find out.</typeparam>
/// <param name="Prompt">What is played, in the switch's own words; the first key stops it.</param>
/// <param name="Otherwise">What comes of it when the caller is silent, or wrong, too often.</param>
public sealed record Menu<T>(string Prompt, T Otherwise)
{
    /// <summary>What comes of it when the caller has pressed nothing <see cref="Tries"/> times.</summary>
    public T AfterSilence { get; init; } = Otherwise;

    /// <summary>What comes of it when the caller has pressed <see cref="Tries"/> times what leads nowhere.</summary>
    public T AfterWrongKeys { get; init; } = Otherwise;

    /// <summary>How often the menu asks; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Tries
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }

    = 3;

    /// <summary>How long the caller may think once the prompt is over.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for a further key where one is possible.</summary>
    public TimeSpan BetweenKeys { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What is played before the prompt comes again after a wrong key; null for nothing.</summary>
    public string? WrongKeys { get; init; }

    /// <summary>What is played after the prompt, one after the other, as if it were its end.</summary>
    public ImmutableArray<string> Then { get; init => field = value.IsDefault ? [] : value; } = [];

    internal ImmutableArray<string> Prompts => [Prompt, .. Then];

    internal ImmutableDictionary<string, Choice<T>> Choices { get; private init; } = ImmutableDictionary<string, Choice<T>>.Empty;

    /// <summary>
    /// By what is pressed: one key (<c>1</c>, <c>*</c>, <c>#</c>) or several, such as the number of an extension. Where <c>1</c> and
    /// <c>1001</c> both lead somewhere, <c>1</c> is chosen when <see cref="BetweenKeys"/> has passed without another key.
    /// </summary>
    /// <exception cref="ArgumentException">A telephone has no such key, or it leads somewhere already.</exception>
    public Menu<T> On(string keys, T result) => With(keys, new Choice<T>.Result(result));

    /// <inheritdoc cref="On(string, T)"/>
    public Menu<T> On(string keys, Menu<T> deeper) => With(keys, new Choice<T>.Submenu(deeper));

    /// <summary>The key that leads one level up; at the top it repeats the menu.</summary>
    /// <inheritdoc cref="On(string, T)" path="/exception"/>
    public Menu<T> Back(string keys = "*") => With(keys, new Choice<T>.Back());

    /// <summary>The key that plays the menu again.</summary>
    /// <inheritdoc cref="On(string, T)" path="/exception"/>
    public Menu<T> Repeat(string keys = "#") => With(keys, new Choice<T>.Repeat());

    internal bool MayGoOn(string entered) =>
        Choices.Keys.Any(keys => keys.Length > entered.Length && keys.StartsWith(entered, StringComparison.Ordinal));

    Menu<T> With(string keys, Choice<T> choice)
    {
        if (keys.Length == 0 || keys.Any(key => !"0123456789*#ABCD".Contains(key, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The menu '{Prompt}' has the key '{keys}': a telephone has 0 to 9, *, # and A to D.", nameof(keys));
        }

        if (Choices.ContainsKey(keys))
        {
            throw new ArgumentException($"In the menu '{Prompt}' the key '{keys}' leads somewhere already: give it one meaning.", nameof(keys));
        }

        return this with { Choices = Choices.Add(keys, choice) };
    }
}
