using System.Globalization;
using LiteDB;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Versions;

/// <summary>
/// Versions of documents on the disk: <c>versions.db</c>. Nothing else knows what is in it, so it is no file to delete. Used by the store's
/// thread only.
/// </summary>
sealed class VersionFile : IDatabase
{
    const string LastId = "last";

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> versions;
    readonly ILiteCollection<BsonDocument> marks;

    /// <summary>Opens the file, or begins it, without looking into it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    VersionFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        versions = file.Collection("versions");
        marks = file.Collection("marks");
    }

    /// <inheritdoc/>
    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Opens the file, or begins it, and reads all that is in it: it is small, and a damage is better met now.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    /// <exception cref="InvalidDataException">It is damaged; LiteDB may throw anything else.</exception>
    public static VersionFile OpenChecked(string path, Func<string, PageFile> open)
    {
        var opened = new VersionFile(path, open);
        try
        {
            opened.Check();
            return opened;
        }
        catch
        {
            opened.Abandon();
            throw;
        }
    }

    /// <summary>What can be read of a damaged file, up to the first fault.</summary>
    /// <param name="fault">Told where it ended.</param>
    public static IReadOnlyList<DocumentVersion> Salvage(string path, Func<string, PageFile> open, Action<Exception> fault)
    {
        var found = new List<DocumentVersion>();
        try
        {
            using var damaged = new VersionFile(path, open);
            found.AddRange(damaged.versions.FindAll().Select(Read));
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            fault(e);
        }

        return found;
    }

    /// <summary>Adds them and returns when they are on the disk.</summary>
    /// <exception cref="IOException">They are not, and will not be.</exception>
    public void Append(IReadOnlyCollection<DocumentVersion> added)
    {
        file.Tidy();
        try
        {
            file.Commit(() =>
            {
                versions.Insert(added.Select(Write));
                marks.Upsert(new BsonDocument { ["_id"] = LastId, ["versions"] = versions.Count() });
            });
            file.Settle();
        }
        catch
        {
            file.TakeBack();
            throw;
        }
    }

    public DocumentVersion? Find(string kind, int number) => versions.FindById(Key(kind, number)) is { } found ? Read(found) : null;

    /// <summary>The last one of the kind, or the last that was published; null when there is none.</summary>
    public DocumentVersion? Last(string kind, DocumentState? state) => Page(kind, before: null, int.MaxValue)
        .FirstOrDefault(version => state is null || version.Content.State == state);

    /// <summary>Of all kinds, each kind's in order; read as they are asked for.</summary>
    public IEnumerable<DocumentVersion> All() => versions.Query().OrderBy("_id").ToEnumerable().Select(Read);

    /// <summary>The newest of a kind, or those before a number, newest first; read as they are asked for.</summary>
    public IEnumerable<DocumentVersion> Page(string kind, int? before, int limit) => versions.Query()
        .Where("_id BETWEEN @0 AND @1", Key(kind, 0), Key(kind, (before ?? int.MaxValue) - 1))
        .OrderByDescending("_id").Limit(limit).ToEnumerable().Select(Read);

    /// <inheritdoc/>
    public void Tidy() => file.Tidy();

    /// <inheritdoc/>
    public void Abandon() => file.Abandon();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    static string Key(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}|{Math.Max(number, 0):D10}");

    static BsonDocument Write(DocumentVersion version)
    {
        var content = version.Content;
        return new BsonDocument
        {
            ["_id"] = Key(content.Kind, version.Number),
            ["number"] = version.Number,
            ["at"] = version.At.ToString("O", CultureInfo.InvariantCulture),
            ["kind"] = content.Kind,
            ["state"] = $"{content.State}",
            ["source"] = $"{content.Source}",
            ["repeats"] = content.Repeats is { } repeated ? new BsonValue(repeated) : BsonValue.Null,
            ["by"] = content.By,
            ["comment"] = content.Comment,
            ["text"] = content.Text,
        };
    }

    static DocumentVersion Read(BsonDocument stored) => new(
        stored["number"].AsInt32,
        DateTimeOffset.ParseExact(stored["at"].AsString, "O", CultureInfo.InvariantCulture),
        new Draft(
            stored["kind"].AsString,
            Enum.Parse<DocumentState>(stored["state"].AsString),
            Enum.Parse<DocumentSource>(stored["source"].AsString),
            stored["repeats"].IsNull ? null : stored["repeats"].AsInt32,
            stored["by"].AsString,
            stored["comment"].AsString,
            stored["text"].AsString));

    void Check()
    {
        if (marks.FindById(LastId) is not { } mark)
        {
            file.Commit(() => marks.Insert(new BsonDocument { ["_id"] = LastId, ["versions"] = 0 }));
            file.Settle();
        }
        else if (versions.FindAll().Select(Read).Count() != mark["versions"].AsInt32)
        {
            throw new InvalidDataException("Versions are missing.");
        }
    }
}
