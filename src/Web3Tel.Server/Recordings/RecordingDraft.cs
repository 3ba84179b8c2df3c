using System.Diagnostics;

namespace Web3Tel.Server.Recordings;

/// <summary>Changes to the index before they are on the disk: blocks as they will be.</summary>
/// <param name="read">The recordings of a block as it is.</param>
/// <param name="place">The block that holds a recording, or null.</param>
/// <param name="last">The number of the last block, or -1.</param>
sealed class RecordingDraft(Func<int, List<Recording>> read, Func<UInt128, int?> place, int last, RecordingMark mark, IReadOnlyDictionary<string, string> names)
{
    readonly Dictionary<int, List<Recording>> blocks = [];
    readonly HashSet<int> changed = [];
    int last = last;

    /// <summary>Where recordings will be that are new, and null for those that will be no more.</summary>
    public Dictionary<UInt128, int?> Places { get; } = [];

    public RecordingMark Mark { get; private set; } = mark;

    public IReadOnlyDictionary<string, string> Names { get; private set; } = names;

    /// <summary>Blocks that will be different, by number; an empty one will be no more.</summary>
    public IEnumerable<KeyValuePair<int, List<Recording>>> Changed => blocks.Where(block => changed.Contains(block.Key));

    public void Apply(RecordingChange change)
    {
        switch (change)
        {
            case RecordingChange.Put put:
                Put(put.Recording);
                break;
            case RecordingChange.Look look:
                Replace(look.Id, recording => recording with { File = look.File, Size = look.Size, Sha256 = look.Sha256 });
                break;
            case RecordingChange.Remove remove:
                Remove(remove.Id);
                break;
            case RecordingChange.Through through:
                Mark = Mark with { Through = Math.Max(Mark.Through, through.Number) };
                break;
            case RecordingChange.Expect expect:
                Mark = Mark with { IsWhole = Mark.IsWhole && Mark.Through >= expect.Number };
                break;
            case RecordingChange.Fill:
                Mark = Mark with { IsWhole = true };
                break;
            case RecordingChange.Name name:
                Names = Names.Concat(name.Names).GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Last().Value, StringComparer.Ordinal);
                break;
            default:
                throw new UnreachableException($"No rule for {change.GetType().Name}.");
        }
    }

    void Put(Recording recording)
    {
        if (Replace(recording.Id, known => known.TellsOfTheSameCall(recording) ? known : recording with { File = known.File, Size = known.Size, Sha256 = known.Sha256 }))
        {
            return;
        }

        if (last < 0 || Block(last).Count >= RecordingBlock.Most)
        {
            last++;
            blocks[last] = [];
        }

        Block(last).Add(recording);
        changed.Add(last);
        Places[RecordingKey.Of(recording.Id)] = last;
    }

    void Remove(string id)
    {
        var key = RecordingKey.Of(id);
        if (PlaceOf(key) is { } number)
        {
            Block(number).RemoveAll(recording => recording.Id == id);
            changed.Add(number);
            Places[key] = null;
        }
    }

    /// <returns>Whether it is there.</returns>
    bool Replace(string id, Func<Recording, Recording> replacement)
    {
        if (PlaceOf(RecordingKey.Of(id)) is not { } number)
        {
            return false;
        }

        var block = Block(number);
        var row = block.FindIndex(recording => recording.Id == id);
        var known = block[row];
        block[row] = replacement(known);
        if (!ReferenceEquals(known, block[row]))
        {
            changed.Add(number);
        }

        return true;
    }

    int? PlaceOf(UInt128 key) => Places.TryGetValue(key, out var number) ? number : place(key);

    List<Recording> Block(int number) => blocks.TryGetValue(number, out var block) ? block : blocks[number] = read(number);
}
