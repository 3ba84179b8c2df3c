using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>Voicemail on the disk. Unlike the history it is the truth: only what the files tell by their names can be found again.</summary>
sealed class MessageStore : IMessages, IAsyncDisposable
{
    readonly StorageThread thread;
    readonly string path;
    readonly StorageOptions options;
    readonly MessageFolder folder;
    readonly ILogger logger;
    readonly GroupCommit<MessageChange> commits;
    readonly Subject<VoiceMessage> changes = new();
    MessageFileIndex? file;

    MessageStore(StorageThread thread, string path, StorageOptions options, MessageFolder folder, ILogger logger)
    {
        this.thread = thread;
        this.path = path;
        this.options = options;
        this.folder = folder;
        this.logger = logger;
        commits = new GroupCommit<MessageChange>(thread, options.Time, options.JournalGather, Commit, Failed);
    }

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <summary>Messages that have changed, when that is on the disk.</summary>
    public IObservable<VoiceMessage> Changes => changes.ObserveOn(StorageThread.Observers);

    /// <summary>Opens <c>voicemail.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<MessageStore> Open(StorageOptions options, MessageFolder folder, ILogger logger)
    {
        var thread = new StorageThread("voicemail");
        try
        {
            Directory.CreateDirectory(options.Folder);
            var store = new MessageStore(thread, Path.Combine(options.Folder, "voicemail.db"), options, folder, logger);
            await thread.Run(store.OpenFile).ConfigureAwait(false);
            return store;
        }
        catch
        {
            thread.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IObservable<bool> Begin(VoiceMessage message)
    {
        var room = Task.Run(() => folder.MakeRoom(message.File));
        var written = Add(message.Id, _ => message);
        return Begun().ToObservable();

        async Task<bool> Begun()
        {
            if (!await room.ConfigureAwait(false))
            {
                return false;
            }

            await written.ConfigureAwait(false);
            return true;
        }
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

    public Task<VoiceMessage?> Get(string id) => thread.Run(() => Opened().Find(id));

    public Task<IReadOnlyList<VoiceMessage>> Page(MessageQuery query) => thread.Run(() => Opened().Page(query));

    public Task<IReadOnlyList<MailboxCount>> Counts() => thread.Run(() => Opened().Counts());

    public Task<MailboxCount> Count(Mailbox mailbox) => thread.Run(() => Opened().Count(mailbox));

    public Task<IReadOnlyList<VoiceMessage>> Pending() => thread.Run(() => Opened().Pending());

    /// <summary>Brings everything to the disk and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await commits.Flush().ConfigureAwait(false);
            await thread.Run(() => file?.Dispose()).ConfigureAwait(false);
        }
        finally
        {
            commits.Dispose();
            thread.Dispose();
            changes.OnCompleted();
            changes.Dispose();
        }
    }

    Task<VoiceMessage?> Add(string id, Func<VoiceMessage?, VoiceMessage?> next)
    {
        // Continuations elsewhere: nobody else's code runs on the storage thread.
        var done = new TaskCompletionSource<VoiceMessage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        commits.Add(new MessageChange(id, next, done));
        return done.Task;
    }

    MessageFileIndex Opened() => file ?? throw new IOException("Voicemail is closed for the moment: its disk had a fault. It is tried again by itself.");

    void OpenFile()
    {
        try
        {
            file = new MessageFileIndex(path, options.Open);
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            var aside = Damage.PutAside(path, options.Time.GetUtcNow());
            Log.MessagesDamaged(logger, path, aside, e);
            file = new MessageFileIndex(path, options.Open);
        }
    }

    void Commit(IReadOnlyList<MessageChange> group)
    {
        if (file is null)
        {
            OpenFile();
        }

        var open = Opened();
        try
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

            open.Tidy();
        }
        catch (Exception) when (!open.IsUnsettled)
        {
            open.Abandon();
            file = null;
            throw;
        }
    }

    void Failed(Exception why, int waiting) => Log.MessagesStuck(logger, waiting, why);
}
