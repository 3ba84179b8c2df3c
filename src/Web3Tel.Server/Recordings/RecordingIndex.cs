using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// All recordings: blocks on the disk, and of each what is searched in memory. Used by the index's thread only, which is why nothing here
/// changes while it is searched.
/// </summary>
sealed class RecordingIndex : IDatabase
{
    readonly RecordingFile file;
    readonly List<Segment?> segments = [];
    readonly Dictionary<UInt128, int> places = [];
    readonly (NameTable Operators, NameTable Queues, NameTable Results) names = (new NameTable(), new NameTable(), new NameTable());

    /// <summary>Opens the index, or begins one, and reads all of it: a second or two for a million.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    /// <exception cref="InvalidDataException">It is damaged; LiteDB may throw anything else.</exception>
    public RecordingIndex(string path, Func<string, PageFile> open)
    {
        file = new RecordingFile(path, open);
        try
        {
            for (var number = 0; number <= file.Last; number++)
            {
                Set(number, Block(number));
            }
        }
        catch
        {
            file.Abandon();
            throw;
        }
    }

    public RecordingMark Mark => file.Mark;

    public IReadOnlyDictionary<string, string> Names => file.Names;

    public int Blocks => segments.Count;

    /// <summary>Carries out the changes and returns when they are on the disk.</summary>
    /// <exception cref="IOException">Perhaps they are not on the disk: open the index again, and call with the same ones.</exception>
    public void Apply(IEnumerable<RecordingChange> changes)
    {
        var draft = new RecordingDraft(Block, key => places.TryGetValue(key, out var number) ? number : null, segments.Count - 1, file.Mark, file.Names);
        foreach (var change in changes)
        {
            draft.Apply(change);
        }

        var changed = draft.Changed.ToDictionary();
        if (changed.Count > 0 || draft.Mark != file.Mark || draft.Names != file.Names)
        {
            file.Put(changed.ToDictionary(block => block.Key, block => block.Value.Count == 0 ? null : RecordingBlock.Write(block.Value)), draft.Mark, draft.Names);
        }

        foreach (var (number, recordings) in changed.OrderBy(block => block.Key))
        {
            Set(number, recordings);
        }

        foreach (var gone in draft.Places.Where(place => place.Value is null))
        {
            places.Remove(gone.Key);
        }
    }

    /// <param name="query">What is wanted.</param>
    /// <param name="before">The id of the last recording one has, or null.</param>
    /// <param name="limit">How many more at most.</param>
    /// <returns>Null when there is no recording of that id.</returns>
    public RecordingPage? Search(RecordingQuery query, string? before, int limit)
    {
        Place? last = null;
        if (before is not null && (last = PlaceOf(before)) is null)
        {
            return null;
        }

        var sieve = new Sieve(query, names);
        var (total, newer) = (0, 0);
        var found = new PriorityQueue<Place, Place>(limit + 1);
        for (var number = segments.Count - 1; number >= 0; number--)
        {
            if (segments[number] is not { } segment || !segment.MayHave(sieve))
            {
                continue;
            }

            for (var row = segment.Count - 1; row >= 0; row--)
            {
                if (!segment.Has(sieve, row))
                {
                    continue;
                }

                total++;
                var place = new Place(segment.StartOf(row), number, row);
                if (last is { } end && place.CompareTo(end) >= 0)
                {
                    newer++;
                }
                else if (found.Count < limit)
                {
                    found.Enqueue(place, place);
                }
                else
                {
                    found.EnqueueDequeue(place, place);
                }
            }
        }

        return new RecordingPage(total, newer, Read(found.UnorderedItems.Select(item => item.Element)));
    }

    public Recording? Find(string id) => PlaceOf(id) is { } place ? Block(place.Block)[place.Row] : null;

    /// <summary>The recordings of a block; none for a number that has none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public List<Recording> Block(int number) => file.Read(number) is { } block ? RecordingBlock.Read(block) : [];

    /// <summary>Some recordings whose files may still be written, the oldest first.</summary>
    public List<Recording> Unfinished(int limit) =>
    [
        .. Enumerable.Range(0, segments.Count)
            .Where(number => segments[number] is { Unfinished: > 0 })
            .SelectMany(Block)
            .Where(recording => recording.File == FileState.Unfinished)
            .Take(limit),
    ];

    /// <summary>Some recordings of some queues that ended before a time.</summary>
    /// <param name="isOf">Whether of a queue; asked with null for those of none.</param>
    public List<Recording> Ended(Func<string?, bool> isOf, DateTimeOffset before, int limit)
    {
        var wanted = names.Queues.Which(name => isOf(name.Length == 0 ? null : name));
        return
        [
            .. Enumerable.Range(0, segments.Count)
                .Where(block => segments[block]?.MayHaveEnded(wanted, before.UtcTicks) == true)
                .SelectMany(Block)
                .Where(recording => isOf(recording.Queue) && recording.End < before)
                .Take(limit),
        ];
    }

    /// <summary>Whatever failed is done again from what is on the disk: what is in memory is never ahead of it.</summary>
    public bool IsUnsettled => false;

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    void Set(int number, List<Recording> recordings)
    {
        while (segments.Count <= number)
        {
            segments.Add(null);
        }

        segments[number] = recordings.Count == 0 ? null : new Segment(recordings, names);
        foreach (var recording in recordings)
        {
            places[RecordingKey.Of(recording.Id)] = number;
        }
    }

    Place? PlaceOf(string id) =>
        places.TryGetValue(RecordingKey.Of(id), out var number) && Block(number).FindIndex(recording => recording.Id == id) is var row and >= 0
            ? new Place(segments[number]!.StartOf(row), number, row)
            : null;

    List<Recording> Read(IEnumerable<Place> found)
    {
        var recordings = new List<(Place Place, Recording Recording)>();
        foreach (var block in found.GroupBy(place => place.Block))
        {
            var rows = Block(block.Key);
            recordings.AddRange(block.Select(place => (place, rows[place.Row])));
        }

        return [.. recordings.OrderByDescending(one => one.Place).Select(one => one.Recording)];
    }

    /// <summary>Where a recording is; the greatest is the newest.</summary>
    readonly record struct Place(long Start, int Block, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Start, Block, Row).CompareTo((other.Start, other.Block, other.Row));
    }
}
