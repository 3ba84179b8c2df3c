using LiteDB;

namespace Web3Tel.Server.Storage;

/// <summary>
/// Ended calls, by the time they ended, and commands, by their number: a read model, made again from the journal when it is missing, old or damaged. Used by the
/// history's thread only.
/// </summary>
sealed class HistoryFile : IDatabase
{
    /// <summary>Of files without the commands it was "through", of those without numbers "through, with commands": they are filled up from the whole journal.</summary>
    const string ThroughId = "through, with numbers";

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> calls;
    readonly ILiteCollection<BsonDocument> audit;
    readonly ILiteCollection<BsonDocument> marks;

    /// <exception cref="IOException">The disk does not let us.</exception>
    public HistoryFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        calls = file.Collection("calls");
        audit = file.Collection("audit");
        marks = file.Collection("marks");
        try
        {
            if (marks.FindById(ThroughId) is { } mark)
            {
                Through = mark["number"].AsInt64;
                Page(before: null, limit: 1);
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

    /// <summary>The calls that ended up to this entry of the journal, and the commands, are all here.</summary>
    public long Through { get; private set; }

    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Adds or replaces calls and commands and returns when they are on the disk.</summary>
    /// <param name="ended">The calls.</param>
    /// <param name="commands">The commands, each with its number.</param>
    /// <param name="through">See <see cref="Through"/>; never goes back.</param>
    /// <exception cref="IOException">They are not on the disk; call again with the same ones.</exception>
    public void Put(IReadOnlyCollection<StoredCall> ended, IReadOnlyCollection<(long Number, string Json)> commands, long through)
    {
        file.Commit(() =>
        {
            calls.Upsert(ended.Select(call => new BsonDocument { ["_id"] = call.Key, ["id"] = call.Id, ["of"] = call.Of, ["json"] = call.Json }));
            audit.Upsert(commands.Select(command => new BsonDocument { ["_id"] = command.Number, ["json"] = command.Json }));
            marks.Upsert(new BsonDocument { ["_id"] = ThroughId, ["number"] = Math.Max(Through, through) });
        });
        Through = Math.Max(Through, through);
        file.Settle();
    }

    /// <summary>The newest calls, or those before a key, newest first.</summary>
    public IReadOnlyList<string> Page(string? before, int limit)
    {
        var query = calls.Query();
        query = before is null ? query : query.Where("_id < @0", before);
        return [.. query.OrderByDescending("_id").Limit(limit).ToEnumerable().Select(document => document["json"].AsString)];
    }

    /// <summary>The newest calls with a number, newest first.</summary>
    /// <param name="number">What <see cref="StoredCall.Of"/> begins with.</param>
    public IReadOnlyList<string> Of(string number, int limit) =>
        [.. calls.Query().Where(Query.Between("of", number, $"{number}~")).OrderByDescending("of").Limit(limit).ToEnumerable().Select(document => document["json"].AsString)];

    /// <summary>The last commands before a number, newest first.</summary>
    public IReadOnlyList<string> Audited(long before, int limit) =>
        [.. audit.Query().Where("_id < @0", before).OrderByDescending("_id").Limit(limit).ToEnumerable().Select(document => document["json"].AsString)];

    /// <summary>Calls whose JSON has a text in it, newest first, among so many of the newest, or of those before a key.</summary>
    /// <returns>Also the id of the call looked at last, when there may be more.</returns>
    public (IReadOnlyList<string> Calls, string? Last) Containing(string text, string? before, int limit, int most)
    {
        var query = calls.Query();
        query = before is null ? query : query.Where("_id < @0", before);
        var found = new List<string>();
        var looked = 0;
        foreach (var document in query.OrderByDescending("_id").Limit(most).ToEnumerable())
        {
            looked++;
            if (document["json"].AsString is var json && json.Contains(text, StringComparison.Ordinal))
            {
                found.Add(json);
            }

            if (found.Count == limit || looked == most)
            {
                return (found, document["id"].AsString);
            }
        }

        return (found, null);
    }

    /// <summary>Calls after one key and before another, oldest first.</summary>
    public IReadOnlyList<string> Between(string after, string before, int limit) =>
    [
        .. calls.Query().Where("_id BETWEEN @0 AND @1", after, before).OrderBy("_id").Limit(limit + 1).ToEnumerable()
            .Where(document => document["_id"].AsString != after)
            .Take(limit)
            .Select(document => document["json"].AsString),
    ];

    /// <summary>The key of a call, or null when it is not here.</summary>
    public string? KeyOf(string id) => calls.FindOne("id = @0", id)?["_id"].AsString;

    public string? Find(string id) => calls.FindOne("id = @0", id)?["json"].AsString;

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    void Begin()
    {
        calls.EnsureIndex("id");
        calls.EnsureIndex("of");
        marks.Insert(new BsonDocument { ["_id"] = ThroughId, ["number"] = 0L });
    }
}
