using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold of the results and notes that agents write.</summary>
sealed class NoteLaws(Laws laws)
{
    /// <summary>What was obeyed stands in the journey, in its order, and the last of it with the call; nobody has what was not written.</summary>
    /// <param name="obeyed">In the order in which they were given.</param>
    /// <param name="isWhole">Else what happened last before a death may be forgotten.</param>
    public void EachNoteIsKept(IEnumerable<Event.NoteTaken> obeyed, IReadOnlyList<HistoryEntry> history, bool isWhole)
    {
        var written = obeyed.ToLookup(note => note.Call, note => $"{note.Result}: {note.Text}");
        foreach (var entry in history.GroupBy(entry => entry.Id).Select(entries => entries.Last()))
        {
            var kept = entry.Journey.Where(step => step.What == JourneyEvent.NoteTaken).Select(step => step.Detail!).ToArray();
            if ((isWhole && !kept.SequenceEqual(written[entry.Id])) || kept.LastOrDefault() != (entry.Note is { } note ? $"{note.Result}: {note.Text}" : null))
            {
                laws.Broken($"{entry.Id} was noted {string.Join(" | ", written[entry.Id])}, and the history has {string.Join(" | ", kept)}, last {entry.Note}");
            }
        }
    }
}
