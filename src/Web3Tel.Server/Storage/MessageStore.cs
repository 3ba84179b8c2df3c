using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>Voicemail on the disk. Unlike the history it is the truth: only what the files tell by their names can be found again.</summary>
sealed class MessageStore : DatabaseStore<MessageFileIndex, MessageChange>, IMessages
{
    const int ForgottenAtOnce = 200;

    readonly MessageFolder folder;
    readonly Subject<VoiceMessage> changes = new();
    readonly ILogger logger;

    MessageStore(StorageOptions options, MessageFolder folder, ILogger logger)
        : base("voicemail", options, options.JournalGather)
    {
        this.folder = folder;
        this.logger = logger;
    }

    /// <summary>Messages that have changed, when that is on the disk.</summary>
    public IObservable<VoiceMessage> Changes => changes.ObserveOn(StorageThread.Observers);

    /// <summary>Opens <c>voicemail.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<MessageStore> Open(StorageOptions options, MessageFolder folder, ILogger logger)
    {
        var store = new MessageStore(options, folder, logger);
        await store.BeOpen().ConfigureAwait(false);
        return store;
    }

    /// <inheritdoc/>
    public IObservable<bool> Begin(VoiceMessage message)
    {
        var room = Task.Run(() => folder.MakeRoom(message.File));
        var written = Add(message.Id, _ => message);
        return room.ToObservable().Concat(written.ToObservable().IgnoreElements().Select(_ => true));
    }

    /// <inheritdoc/>
    public IObservable<Unit> Change(string id, Func<VoiceMessage, VoiceMessage> change) =>
        Update(id, change).ToObservable().Select(_ => Unit.Default);

    /// <inheritdoc/>
    public IObservable<VoiceMessage?> Find(string id) => Observable.FromAsync(() => Get(id)).Catch((Exception error) =>
    {
        Log.MessageUnreadable(logger, id, error);
        return Observable.Return<VoiceMessage?>(null);
    });

    /// <summary>The same as <see cref="Change"/>: the task has what has become of the message, null when it is not known.</summary>
    public Task<VoiceMessage?> Update(string id, Func<VoiceMessage, VoiceMessage> change) =>
        Add(id, found => found is null ? null : change(found));

    /// <summary>Takes in a message that was found, unless it is known already.</summary>
    public Task TakeIn(VoiceMessage message) => Add(message.Id, found => found ?? message);

    public Task<VoiceMessage?> Get(string id) => Read(open => open.Find(id));

    public Task<IReadOnlyList<VoiceMessage>> Page(MessageQuery query) => Read(open => open.Page(query));

    /// <summary>Messages that lie in a mailbox and were begun before a time, oldest first.</summary>
    /// <param name="after">After the one of this id, or null for the first.</param>
    public Task<IReadOnlyList<VoiceMessage>> Oldest(Mailbox mailbox, string? after, DateTimeOffset before, int limit) =>
        Read(open => open.Oldest(mailbox, after, MessageFile.FirstId(before), limit));

    /// <summary>Forgets messages of which nothing is left, begun before a time.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task Forget(DateTimeOffset before)
    {
        while (await Read(open => open.Forget(MessageFile.FirstId(before), ForgottenAtOnce)).ConfigureAwait(false) > 0)
        {
        }
    }

    public Task<IReadOnlyList<MailboxCount>> Counts() => Read(open => open.Counts());

    public Task<MailboxCount> Count(Mailbox mailbox) => Read(open => open.Count(mailbox));

    /// <inheritdoc cref="MessageFileIndex.Pending"/>
    public Task<IReadOnlyList<VoiceMessage>> Pending() => Read(open => open.Pending());

    /// <inheritdoc cref="MessageFileIndex.Mailing"/>
    public Task<IReadOnlyList<VoiceMessage>> Mailing() => Read(open => open.Mailing());

    /// <inheritdoc/>
    protected override MessageFileIndex Open(string file, Func<string, PageFile> open) => new(file, open);

    /// <inheritdoc/>
    protected override MessageFileIndex BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        Log.MessagesDamaged(logger, file, aside, why);
        return new MessageFileIndex(file, open);
    }

    /// <inheritdoc/>
    protected override void Apply(MessageFileIndex open, IReadOnlyList<MessageChange> group)
    {
        var results = open.Apply(group);
        for (var i = 0; i < group.Count; i++)
        {
            group[i].Done.TrySetResult(results[i]);
            if (results[i] is { } changed)
            {
                changes.OnNext(changed);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Stuck(Exception why, int waiting) => Log.MessagesStuck(logger, waiting, why);

    /// <inheritdoc/>
    protected override void Closed()
    {
        changes.OnCompleted();
        changes.Dispose();
    }

    Task<VoiceMessage?> Add(string id, Func<VoiceMessage?, VoiceMessage?> next)
    {
        // Continuations elsewhere: nobody else's code runs on the storage thread.
        var done = new TaskCompletionSource<VoiceMessage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(new MessageChange(id, next, done));
        return done.Task;
    }
}
