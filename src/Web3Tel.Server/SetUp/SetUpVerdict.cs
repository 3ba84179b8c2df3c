using System.Collections.Immutable;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.SetUp;

/// <summary>What becomes of a set-up that is brought in, or would.</summary>
/// <param name="Changes">A sentence each.</param>
/// <param name="Notes">What to know besides.</param>
/// <param name="Errors">All that is wrong: then nothing changes.</param>
/// <param name="Mark">What is valid now, in a word.</param>
sealed record SetUpVerdict(ImmutableArray<SetUpNote> Changes, ImmutableArray<SetUpNote> Notes, ImmutableArray<SettingsError> Errors, string Mark)
{
    public bool IsPublished { get; init; }

    /// <summary>Whether somebody has published since it was looked at.</summary>
    public bool IsOutrun { get; init; }

    public static SetUpVerdict Refused(ImmutableArray<SettingsError> errors) => new([], [], errors, "");
}

/// <summary>Something to know of a set-up that is brought in.</summary>
sealed record SetUpNote(string English, string Russian);
