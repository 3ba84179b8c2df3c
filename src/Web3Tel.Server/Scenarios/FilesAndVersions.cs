using System.Collections.Immutable;
using Web3Tel.Scenarios;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>
/// What the files of the settings make of the versions there are, at a start: a file that has changed is a version, a file that is gone takes
/// its scenario out. What somebody has published by the API stays, whatever its file says, unless settings are to win.
/// </summary>
/// <param name="Due">Versions to be added.</param>
/// <param name="Live">What is valid then.</param>
/// <param name="Differing">Scenarios whose files say otherwise than what is valid.</param>
sealed record FilesAndVersions(ImmutableArray<Draft> Due, ImmutableArray<Scenario> Live, ImmutableArray<string> Differing)
{
    const string Settings = "settings";

    public static FilesAndVersions Of(ImmutableSortedDictionary<string, KeptScenario> kept, ImmutableArray<Scenario> files, bool filesWin)
    {
        var due = ImmutableArray.CreateBuilder<Draft>();
        var differing = ImmutableArray.CreateBuilder<string>();
        var live = kept.Values.Select(one => one.Live).OfType<Scenario>().ToImmutableSortedDictionary(one => one.Name, one => one, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var known = kept.GetValueOrDefault(file.Name);
            var text = KeptScenario.TextOf(file);
            if (known?.Valid?.Content.Text == text)
            {
                continue;
            }

            if (known?.Last is null or { Content.Source: DocumentSource.Settings } || filesWin)
            {
                due.Add(Draft(file.Name, DocumentState.Published, text, known?.Last is null ? "What its file said at the first start." : "Its file has been changed."));
                live = live.SetItem(file.Name, file with { Version = 1 });
            }
            else
            {
                differing.Add(file.Name);
            }
        }

        foreach (var gone in kept.Values.Where(one => one.Valid is { Content.Source: DocumentSource.Settings } && files.All(file => file.Name != one.Name)))
        {
            due.Add(Draft(gone.Name, DocumentState.TakenOut, gone.Valid!.Content.Text, "Its file is gone."));
            live = live.Remove(gone.Name);
        }

        return new FilesAndVersions(due.ToImmutable(), [.. live.Values], differing.ToImmutable());
    }

    static Draft Draft(string name, DocumentState state, string text, string comment) =>
        new(KeptScenario.KindOf(name), state, DocumentSource.Settings, null, Settings, comment, text);
}
