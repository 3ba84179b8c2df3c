using System.Globalization;
using LiteDB;
using Web3Tel.Server.Storage;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Web3Tel.Server.Mail;

/// <summary>The outbox on the disk: <c>mail.db</c>. Nothing else knows what is in it, so it is no file to delete. Used by the outbox's thread only.</summary>
sealed class OutboxFile : IDatabase
{
    const string LastId = "last";

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> mails;
    readonly ILiteCollection<BsonDocument> marks;

    /// <summary>Opens the file, or begins it, without looking into it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    OutboxFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        mails = file.Collection("mails");
        marks = file.Collection("marks");
    }

    /// <summary>Opens the file, or begins it, and reads what is to be sent.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    /// <exception cref="InvalidDataException">It is damaged; LiteDB may throw anything else.</exception>
    public static OutboxFile OpenChecked(string path, Func<string, PageFile> open)
    {
        var outbox = new OutboxFile(path, open);
        try
        {
            outbox.ReadMarks();
            return outbox;
        }
        catch
        {
            outbox.Abandon();
            throw;
        }
    }

    /// <summary>What can be read of a damaged file, up to the first fault.</summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="fault">Told where it ended.</param>
    public static IReadOnlyList<OutboxEmail> Salvage(string path, Func<string, PageFile> open, Action<Exception> fault)
    {
        var found = new List<OutboxEmail>();
        try
        {
            using var damaged = new OutboxFile(path, open);
            foreach (var document in damaged.mails.FindAll())
            {
                found.Add(Read(document));
            }
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            fault(e);
        }

        return found;
    }

    public OutboxCounts Counts { get; private set; }

    /// <summary>The highest id that was ever given.</summary>
    public long Last { get; private set; }

    /// <summary>Those to be sent, when the file was opened.</summary>
    public IReadOnlyList<OutboxEmail> Waiting { get; private set; } = [];

    /// <summary>Whether the last transaction is made and only waits for the disk; otherwise a failed file must be opened again.</summary>
    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Carries out the changes as one transaction, on the disk after <see cref="Settle"/>.</summary>
    public void Commit(Action change) => file.Commit(() =>
    {
        change();

        // A transaction without a write would never end, and the changes may come to nothing.
        marks.Upsert(new BsonDocument { ["_id"] = LastId, ["number"] = Last });
    });

    /// <inheritdoc cref="DatabaseFile.Settle"/>
    public void Settle() => file.Settle();

    /// <summary>Adds or replaces an e-mail. In a transaction only.</summary>
    public void Save(OutboxEmail mail)
    {
        if (mails.FindById(mail.Id) is { } before)
        {
            Counts = Counts.With(Read(before).State, -1);
        }

        Counts = Counts.With(mail.State, 1);
        Last = Math.Max(Last, mail.Id);
        mails.Upsert(new BsonDocument
        {
            ["_id"] = mail.Id,
            ["key"] = mail.Key,
            ["place"] = Place(mail.State, mail.Id),
            ["ended"] = mail.Ended?.ToUnixTimeMilliseconds() ?? long.MaxValue,
            ["json"] = JsonSerializer.Serialize(mail, MailJson.Default.OutboxEmail),
        });
    }

    public OutboxEmail? Find(long id) => mails.FindById(id) is { } document ? Read(document) : null;

    /// <remarks>By a parameter: LiteDB compiles a condition with each value that stands in it, and keeps it for as long as the process lives.</remarks>
    public OutboxEmail? FindKey(string key) => mails.FindOne("key = @0", key) is { } document ? Read(document) : null;

    /// <summary>The newest e-mails, or those before an id, newest first.</summary>
    /// <param name="state">Those of this state only, or null.</param>
    /// <param name="before">An id, or null.</param>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<OutboxEmail> Page(MailState? state, long? before, int limit)
    {
        var last = (before ?? long.MaxValue) - 1;
        var query = state is { } one
            ? mails.Query().Where("place BETWEEN @0 AND @1", Place(one, 0), Place(one, last)).OrderByDescending("place")
            : mails.Query().Where("_id BETWEEN @0 AND @1", 0L, last).OrderByDescending("_id");
        return [.. query.Limit(limit).ToEnumerable().Select(Read)];
    }

    /// <summary>Forgets what ended before that time. In a transaction only.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var mail in mails.Query().Where("ended BETWEEN @0 AND @1", 0L, before.ToUnixTimeMilliseconds()).ToEnumerable().Select(Read).ToArray())
        {
            mails.Delete(mail.Id);
            Counts = Counts.With(mail.State, -1);
        }
    }

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    static string Place(MailState state, long id) => string.Create(CultureInfo.InvariantCulture, $"{state}|{id:D19}");

    static OutboxEmail Read(BsonDocument document) =>
        JsonSerializer.Deserialize(document["json"].AsString, MailJson.Default.OutboxEmail) ?? throw new InvalidDataException("An e-mail is null.");

    void ReadMarks()
    {
        if (marks.FindById(LastId) is not { } mark)
        {
            file.Commit(Begin);
            file.Settle();
            return;
        }

        Last = Math.Max(mark["number"].AsInt64, Page(state: null, before: null, limit: 1) is [var newest] ? newest.Id : 0);
        Waiting = Page(MailState.Waiting, before: null, int.MaxValue);
        Counts = new OutboxCounts(Waiting.Count, Count(MailState.Failed), Count(MailState.Sent));
    }

    int Count(MailState state) => mails.Count("place BETWEEN @0 AND @1", Place(state, 0), Place(state, long.MaxValue));

    void Begin()
    {
        mails.EnsureIndex("key");
        mails.EnsureIndex("place");
        mails.EnsureIndex("ended");
        marks.Insert(new BsonDocument { ["_id"] = LastId, ["number"] = 0L });
    }
}
