using LiteDB;
using Web3Tel.Reports;
using Web3Tel.Server.Storage;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Web3Tel.Server.Reports;

/// <summary>
/// The facts of reports, a document for each quarter of an hour, and how far they go, changed together or not at all: a read model, made
/// again from the journal when it is missing, damaged or of another form. Used by its store's thread only.
/// </summary>
sealed class ReportFile : IDatabase
{
    /// <summary>Another number for whatever is counted otherwise than before: then all is counted again.</summary>
    const int Form = 1;

    const string MarkId = "mark";

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> slots;
    readonly ILiteCollection<BsonDocument> marks;

    /// <exception cref="IOException">The disk does not let us.</exception>
    public ReportFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        slots = file.Collection("slots");
        marks = file.Collection("marks");
        try
        {
            if (marks.FindById(MarkId) is { } mark && mark["form"].AsInt32 == Form)
            {
                Mark = Read(mark);
            }
            else
            {
                file.Commit(Begin);
                file.Settle();
            }
        }
        catch
        {
            file.Abandon();
            throw;
        }
    }

    public ReportMark Mark { get; private set; } = new(null, null);

    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Makes the changes and returns when they are on the disk. One that begins elsewhere than the facts end is passed over, so none is made twice.</summary>
    /// <exception cref="IOException">They are not on the disk; call again with the same ones.</exception>
    public void Apply(IReadOnlyList<ReportChange> changes)
    {
        file.Settle();
        var (facts, mark) = (new Facts(), Mark);
        foreach (var change in changes.Where(change => change.From == mark.Through && change.Mark.Through > change.From))
        {
            facts.Add(change.Facts);
            mark = change.Mark;
        }

        if (mark == Mark)
        {
            return;
        }

        file.Commit(() =>
        {
            foreach (var (slot, counted) in facts.Slots)
            {
                slots.Upsert(Whole(slot, counted));
            }

            marks.Upsert(Write(mark));
        });
        Mark = mark;
        file.Settle();
    }

    /// <summary>What was counted of queues, operators or lines in slots from one on and before another, in order, some at a time.</summary>
    public IReadOnlyList<(long Slot, string Json)> Slots(Subject subject, long from, long end, int limit) =>
    [
        .. slots.Query().Where("_id BETWEEN @0 AND @1", from, end - 1).OrderBy("_id").Limit(limit).ToEnumerable()
            .Select(document => (document["_id"].AsInt64, document[FieldOf(subject)].AsString)),
    ];

    /// <summary>What a field of a document says.</summary>
    public static Dictionary<string, Tally> Read(string json) => JsonSerializer.Deserialize(json, ReportJson.Default.DictionaryStringTally)!;

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    /// <summary>What is there with what is new. A report is of one subject: only its field need be read for it.</summary>
    BsonDocument Whole(long slot, SlotFacts counted)
    {
        var known = slots.FindById(slot);
        var document = new BsonDocument { ["_id"] = slot };
        foreach (var subject in Enum.GetValues<Subject>())
        {
            var whole = new SlotFacts();
            whole.Add(subject, known is null ? [] : Read(known[FieldOf(subject)].AsString));
            whole.Add(subject, counted.Of(subject));
            document[FieldOf(subject)] = JsonSerializer.Serialize(whole.Of(subject), ReportJson.Default.DictionaryStringTally);
        }

        return document;
    }

    static string FieldOf(Subject subject) => subject switch
    {
        Subject.Queue => "queues",
        Subject.Operator => "operators",
        Subject.Line => "lines",
    };

    void Begin()
    {
        slots.DeleteAll();
        marks.Upsert(Write(Mark));
    }

    static BsonDocument Write(ReportMark mark) => new()
    {
        ["_id"] = MarkId,
        ["form"] = Form,
        ["bookmark"] = mark.Bookmark is { } bookmark ? JsonSerializer.Serialize(bookmark, ReportJson.Default.Bookmark) : BsonValue.Null,
        ["wholeFrom"] = mark.WholeFrom is { } from ? from.UtcTicks : BsonValue.Null,
    };

    static ReportMark Read(BsonDocument document) => new(
        document["bookmark"] is { IsNull: false } text ? JsonSerializer.Deserialize(text.AsString, ReportJson.Default.Bookmark) : null,
        document["wholeFrom"] is { IsNull: false } ticks ? new DateTimeOffset(ticks.AsInt64, TimeSpan.Zero) : null);
}
