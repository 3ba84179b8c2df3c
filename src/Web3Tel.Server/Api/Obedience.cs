using Web3Tel.Speech;

namespace Web3Tel.Server.Api;

/// <summary>What became of a command.</summary>
/// <param name="Refusal">Why it was not obeyed; null when it was.</param>
/// <param name="IsKnown">Whether there is what it is about.</param>
sealed record Obedience(string? Refusal, bool IsKnown)
{
    /// <summary>Whether nobody could obey any more.</summary>
    public bool IsStopping { get; private init; }

    public static Obedience Stopping(Language language) => new(
        Phrases.In(language, "The service is stopping: give the command again when it is back.", "Служба останавливается: повторите команду, когда она вернётся."), IsKnown: false)
    {
        IsStopping = true,
    };
}
