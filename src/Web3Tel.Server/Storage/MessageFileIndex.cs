using LiteDB;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>
/// Messages left by callers, by id and so by time; how many lie in each mailbox; and which ones something is still to be done about, or wait for their e-mail.
/// Used by its store's thread only.
/// </summary>
sealed class MessageFileIndex : IDatabase
{
    /// <summary>Between a mailbox and an id: no name has it, and it sorts before all letters.</summary>
    const char Divider = '\u0001';

    /// <summary>Sorts after all ids.</summary>
    const string AfterAll = "~";

    /// <summary>Where in a document the key stands by which mailboxes are read, and by which unread messages are: of one mailbox, and of all.</summary>
    const string Box = "box";
    const string UnreadBox = "unreadBox";
    const string Unread = "unread";

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> messages;
    readonly ILiteCollection<BsonDocument> boxes;
    readonly ILiteCollection<BsonDocument> pending;
    readonly ILiteCollection<BsonDocument> mailing;
    readonly ILiteCollection<BsonDocument> gone;

    /// <exception cref="IOException">The disk does not let us.</exception>
    public MessageFileIndex(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        messages = file.Collection("messages");
        boxes = file.Collection("boxes");
        pending = file.Collection("pending");
        mailing = file.Collection("mailing");
        gone = file.Collection("gone");
        try
        {
            if (!file.Has("messages"))
            {
                file.Commit(Begin);
                file.Settle();
            }

            // A damaged file is better found now.
            Page(new MessageQuery(null, false, null, 1));
            Counts();
            Pending();
        }
        catch
        {
            file.Abandon();
            throw;
        }
    }

    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Carries out the changes, in order, and returns what has become of each message when that is on the disk.</summary>
    /// <exception cref="IOException">It is not on the disk; call again with the same ones.</exception>
    public IReadOnlyList<VoiceMessage?> Apply(IReadOnlyList<MessageChange> changes)
    {
        var changed = new Dictionary<string, VoiceMessage>(StringComparer.Ordinal);
        var counts = new Dictionary<Mailbox, (int Unread, int Read)>();
        var results = new List<VoiceMessage?>();
        foreach (var change in changes)
        {
            var before = changed.GetValueOrDefault(change.Id) ?? Find(change.Id);
            var after = change.Next(before) ?? before;
            results.Add(after);
            if (after is not null && after != before)
            {
                changed[change.Id] = after;
                Count(counts, before, -1);
                Count(counts, after, 1);
            }
        }

        if (changed.Count > 0)
        {
            file.Commit(() => Write(changed.Values, counts));
        }

        file.Settle();
        return results;
    }

    public VoiceMessage? Find(string id) => messages.FindById(id) is { } document ? Read(document) : null;

    public IReadOnlyList<VoiceMessage> Page(MessageQuery query)
    {
        if (query is { Mailbox: null, IsUnread: false })
        {
            var all = query.Before is null ? messages.Query() : messages.Query().Where("_id < @0", query.Before);
            return [.. all.OrderByDescending("_id").ToEnumerable().Where(document => !document[Box].IsNull).Take(query.Limit).Select(Read)];
        }

        var index = query switch
        {
            { Mailbox: null } => Unread,
            { IsUnread: true } => UnreadBox,
            _ => Box,
        };
        var prefix = query.Mailbox is { } mailbox ? $"{mailbox}{Divider}" : "";
        var (first, last) = (prefix, prefix + (query.Before ?? AfterAll));
        // BETWEEN is inclusive: the one before which we are to begin may be among them.
        return [.. messages.Query().Where($"{index} BETWEEN @0 AND @1", first, last).OrderByDescending(index).Limit(query.Limit + 1).ToEnumerable()
            .Where(document => document["_id"].AsString != query.Before).Take(query.Limit).Select(Read)];
    }

    public IReadOnlyList<MailboxCount> Counts() => [.. boxes.FindAll().Select(ReadCount).OfType<MailboxCount>()];

    public MailboxCount Count(Mailbox mailbox) =>
        (boxes.FindById(mailbox.ToString()) is { } document ? ReadCount(document) : null) ?? new MailboxCount(mailbox, 0, 0);

    /// <summary>Messages that something is to be done about, see <see cref="VoiceMessage.NeedsCare"/>.</summary>
    public IReadOnlyList<VoiceMessage> Pending() => Of(pending);

    /// <summary>Messages of whose e-mail it is not written down what has become of it.</summary>
    public IReadOnlyList<VoiceMessage> Mailing() => Of(mailing);

    /// <summary>Messages that lie in a mailbox, older than an id, oldest first.</summary>
    /// <param name="after">After this one, or null for the first.</param>
    public IReadOnlyList<VoiceMessage> Oldest(Mailbox mailbox, string? after, string before, int limit)
    {
        var prefix = $"{mailbox}{Divider}";
        // BETWEEN is inclusive: the one after which we are to begin is among them.
        return [.. messages.Query().Where($"{Box} BETWEEN @0 AND @1", prefix + after, prefix + before).OrderBy(Box).Limit(limit + 1).ToEnumerable()
            .Where(document => document["_id"].AsString != after).Take(limit).Select(Read)];
    }

    /// <summary>Forgets messages of which nothing is left, older than an id.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">The disk does not let us: none is forgotten, or it is not known whether they are.</exception>
    public int Forget(string before, int limit)
    {
        file.Settle();
        var old = gone.Query().Where("_id < @0", before).OrderBy("_id").Limit(limit).ToEnumerable().Select(document => document["_id"]).ToArray();
        if (old.Length > 0)
        {
            file.Commit(() =>
            {
                foreach (var id in old)
                {
                    messages.Delete(id);
                    mailing.Delete(id);
                    gone.Delete(id);
                }
            });
            file.Settle();
        }

        return old.Length;
    }

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    static void Count(Dictionary<Mailbox, (int Unread, int Read)> counts, VoiceMessage? message, int sign)
    {
        if (message is { IsThere: true })
        {
            var (unread, read) = counts.GetValueOrDefault(message.Mailbox);
            counts[message.Mailbox] = message.IsRead ? (unread, read + sign) : (unread + sign, read);
        }
    }

    static void Keep(ILiteCollection<BsonDocument> ids, string id, bool isOne)
    {
        if (isOne)
        {
            ids.Upsert(new BsonDocument { ["_id"] = id });
        }
        else
        {
            ids.Delete(id);
        }
    }

    static VoiceMessage Read(BsonDocument document) => StoredForm.ReadMessage(document["json"].AsString);

    static MailboxCount? ReadCount(BsonDocument document) =>
        Mailbox.Read(document["_id"].AsString) is { } mailbox ? new MailboxCount(mailbox, document["unread"].AsInt32, document["read"].AsInt32) : null;

    IReadOnlyList<VoiceMessage> Of(ILiteCollection<BsonDocument> ids) => [.. ids.FindAll().Select(document => Find(document["_id"].AsString)).OfType<VoiceMessage>()];

    void Write(IEnumerable<VoiceMessage> changed, Dictionary<Mailbox, (int Unread, int Read)> counts)
    {
        foreach (var message in changed)
        {
            var isUnread = message is { IsThere: true, IsRead: false };
            var key = $"{message.Mailbox}{Divider}{message.Id}";
            messages.Upsert(new BsonDocument
            {
                ["_id"] = message.Id,
                ["json"] = StoredForm.Write(message),
                [Box] = message.IsThere ? key : BsonValue.Null,
                [UnreadBox] = isUnread ? key : BsonValue.Null,
                [Unread] = isUnread ? message.Id : BsonValue.Null,
            });
            Keep(pending, message.Id, message.NeedsCare);
            Keep(mailing, message.Id, message.Mail == MessageMail.Waiting);
            if (message is { IsThere: false, IsFileRemoved: true, NeedsCare: false })
            {
                gone.Upsert(new BsonDocument { ["_id"] = message.Id });
            }
        }

        foreach (var (mailbox, (unread, read)) in counts)
        {
            var before = Count(mailbox);
            boxes.Upsert(new BsonDocument { ["_id"] = mailbox.ToString(), ["unread"] = before.Unread + unread, ["read"] = before.Read + read });
        }
    }

    void Begin()
    {
        messages.EnsureIndex(Box);
        messages.EnsureIndex(UnreadBox);
        messages.EnsureIndex(Unread);
        boxes.EnsureIndex("_id");
        pending.EnsureIndex("_id");
    }
}
