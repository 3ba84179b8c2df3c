using LiteDB;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Recordings;

/// <summary>The index of recordings on the disk: blocks, numbered from 0, and what is known of the whole. Used by the index's thread only.</summary>
sealed class RecordingFile : IDisposable
{
    const string MarkId = "mark";

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> blocks;
    readonly ILiteCollection<BsonDocument> marks;

    /// <exception cref="IOException">The disk does not let us.</exception>
    public RecordingFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        blocks = file.Collection("blocks");
        marks = file.Collection("marks");
        try
        {
            if (marks.FindById(MarkId) is { } mark)
            {
                Mark = new RecordingMark(mark["through"].AsInt64, mark["whole"].AsBoolean && mark["form"].IsInt32 && mark["form"].AsInt32 == RecordingBlock.Form);
                Names = mark["names"].AsDocument.ToDictionary(name => name.Key, name => name.Value.AsString, StringComparer.Ordinal);
            }
            else
            {
                file.Commit(() => marks.Insert(Write(Mark, Names)));
                file.Settle();
            }

            Last = blocks.Count() == 0 ? -1 : blocks.Max("_id").AsInt32;
        }
        catch
        {
            file.Abandon();
            throw;
        }
    }

    public RecordingMark Mark { get; private set; } = new(0, true);

    /// <summary>Names of operators by id, of those who have left, too.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>The number of the last block when the file was opened, or -1.</summary>
    public int Last { get; }

    /// <summary>Null when there is no such block.</summary>
    public byte[]? Read(int number) => blocks.FindById(number)?["rows"].AsBinary;

    /// <summary>Writes and returns when it is on the disk.</summary>
    /// <param name="changed">Blocks by number; one that is null is taken away.</param>
    /// <exception cref="IOException">Perhaps it is not on the disk: the file must be opened again.</exception>
    public void Put(IReadOnlyDictionary<int, byte[]?> changed, RecordingMark mark, IReadOnlyDictionary<string, string> names)
    {
        file.Commit(() =>
        {
            foreach (var (number, block) in changed)
            {
                if (block is null)
                {
                    blocks.Delete(number);
                }
                else
                {
                    blocks.Upsert(new BsonDocument { ["_id"] = number, ["rows"] = block });
                }
            }

            marks.Upsert(Write(mark, names));
        });
        file.Settle();
        Mark = mark;
        Names = names;
    }

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    static BsonDocument Write(RecordingMark mark, IReadOnlyDictionary<string, string> names) => new()
    {
        ["_id"] = MarkId,
        ["through"] = mark.Through,
        ["whole"] = mark.IsWhole,
        // Of an earlier one something is missing that the history has.
        ["form"] = (int)RecordingBlock.Form,
        ["names"] = new BsonDocument(names.ToDictionary(name => name.Key, name => new BsonValue(name.Value), StringComparer.Ordinal)),
    };
}
