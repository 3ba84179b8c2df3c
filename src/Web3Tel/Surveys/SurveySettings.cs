using Web3Tel.Speech;

namespace Web3Tel.Surveys;

/// <summary>A question that is answered by a mark. Sounds are as <see cref="Prompts.Sound"/> reads them; those that are null are spoken, where there is a voice.</summary>
public sealed record SurveySettings
{
    /// <summary>By it the mark is known in the history.</summary>
    public string Name { get; init; } = "survey";

    public string? Question { get; init; }

    public string? Thanks { get; init; }

    /// <summary>What is spoken where no sound is set.</summary>
    public Language Language { get; init; }

    /// <summary>The best mark, 2 to 9; the worst is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No key is that.</exception>
    public int Best
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9);
            field = value;
        }
    }

    = 5;
}
