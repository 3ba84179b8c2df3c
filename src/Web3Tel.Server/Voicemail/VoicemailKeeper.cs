using System.Collections.Concurrent;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>
/// Sees to messages that nobody else sees to: those whose recording ended unseen, which their files tell of; those to be passed on; what the
/// journal is to be told of them; those that were kept long enough; files that nobody wants any more. Several at once, since each waits for the
/// disk, and what waits together is one commit; but nothing is done twice at once about the same message.
/// </summary>
sealed class VoicemailKeeper(
    CallCenterService center, MessageFolder folder, CurrentSettings settings, IEnumerable<IMessageRecipient> recipients, MailedMessages mailed, MessageTelling telling,
    MessageRetention retention, IScheduler scheduler, ILogger<VoicemailKeeper> logger) : IHostedService, IDisposable
{
    /// <summary>A file that has not grown for so long is finished: FreeSWITCH writes fifty times a second.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>From the beginning of a message to its file there are only a greeting and a beep.</summary>
    static readonly TimeSpan LongestGreeting = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    static readonly TimeSpan RetentionInterval = TimeSpan.FromMinutes(5);
    static readonly TimeSpan DeletedStay = TimeSpan.FromDays(1);

    /// <summary>How far back files are looked for that the index does not know.</summary>
    public const int DaysBack = 35;

    /// <summary>About so many messages something is done at once.</summary>
    const int AtOnce = 32;

    readonly CancellationDisposable stopping = new();
    readonly SemaphoreSlim places = new(AtOnce);
    readonly TurnsByName turns = new();
    readonly ConcurrentDictionary<string, bool> expected = new(StringComparer.Ordinal);
    readonly DateTimeOffset started = scheduler.Now;
    readonly SerialDisposable running = new();

    MessageStore Messages => center.Messages;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var rounds = Observable.Timer(TimeSpan.Zero, Interval, scheduler).Select(_ => Observable.FromAsync(Round));
        var news = Messages.Changes.Where(message => message is { State: MessageState.Kept, IsPassedOn: false } || !message.Untold.IsEmpty || center.Current.Messages.ContainsKey(message.Id))
            .Select(message => Observable.FromAsync(() => Try(message.Id))).Merge();
        var retentions = Observable.Timer(TimeSpan.Zero, RetentionInterval, scheduler).Select(_ => Observable.FromAsync(DeleteOld));
        running.Disposable = new CompositeDisposable(
            mailed.Follow().Select(message => Observable.FromAsync(() => Try(message))).Merge().Subscribe(),
            Observable.FromAsync(TakeStock).Concat(rounds.Merge(retentions).Concat().Merge(news)).Subscribe());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stopping.Dispose();
        running.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        stopping.Dispose();
        running.Dispose();
    }

    /// <summary>Files whose messages nobody wrote down: the disk took nothing, or the index was damaged. Gives whether all files were looked at.</summary>
    async Task<bool> TakeInStrays()
    {
        try
        {
            var found = folder.FilesSince(DateOnly.FromDateTime(started.UtcDateTime).AddDays(-DaysBack)).Select(file => MessageFile.Read(file, settings.Value.Node)).OfType<VoiceMessage>();
            await Task.WhenAll(found.Select(Messages.TakeIn)).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Log.StraysNotFound(logger, e);
            return false;
        }
    }

    /// <summary>Messages of an earlier life that the journal or the outbox has to do with: what nobody knows of any more is lost, and their e-mails may have gone meanwhile.</summary>
    async Task TakeStock()
    {
        var areFilesKnown = await TakeInStrays().ConfigureAwait(false);
        try
        {
            var open = center.Current.Messages.Values.Where(open => open.Begun < started).Select(open => open.Id);
            var mailing = (await Messages.Mailing().ConfigureAwait(false)).Select(message => message.Id);
            await Task.WhenAll(open.Union(mailing).ToArray().Select(id => TakeStock(id, areFilesKnown))).ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e) || e is ObjectDisposedException)
        {
            Log.MessageNotSeenTo(logger, "*", e);
        }
    }

    async Task TakeStock(string id, bool areFilesKnown)
    {
        if (await Messages.Get(id).ConfigureAwait(false) is { } message)
        {
            await mailed.Look(message).ConfigureAwait(false);
            await Try(id).ConfigureAwait(false);
        }
        else if (areFilesKnown)
        {
            await telling.TellLost(id).ConfigureAwait(false);
        }
    }

    async Task DeleteOld()
    {
        try
        {
            await retention.Run(stopping.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!stopping.IsDisposed)
        {
            Log.MessagesNotDeleted(logger, e);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The next life of the service goes on.
        }
    }

    /// <summary>Messages that the switch recorded by itself while we were away. What cannot be taken in keeps no other message waiting.</summary>
    async Task TakeInRecorded()
    {
        try
        {
            foreach (var file in folder.OfRecorder().Where(IsFinished))
            {
                await TakeInRecorded(file).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.StraysNotFound(logger, e);
        }
    }

    /// <summary>It goes where the number that was dialled leads to.</summary>
    async Task TakeInRecorded(FileInfo file)
    {
        var set = settings.Value;
        if (RecorderFile.Read(file.Name, set.Node) is not { } call)
        {
            return;
        }

        var mailbox = set.VoicemailLines.TryGetValue(call.Dialled, out var line) ? line : Mailbox.OfQueue(set.QueueFor(call.Dialled));
        var message = MessageFile.Begin(mailbox, call, call.Arrived);
        try
        {
            if (folder.Take(file, message))
            {
                await Messages.TakeIn(message).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.MessageNotSeenTo(logger, file.Name, e);
        }
    }

    async Task Round()
    {
        try
        {
            await TakeInRecorded().ConfigureAwait(false);
            var open = center.Current.Messages.Values.Where(message => message.Fate is null or MessageFate.Kept).Select(message => message.Id);
            var pending = (await Messages.Pending().ConfigureAwait(false)).Select(message => message.Id);
            await Task.WhenAll(pending.Union(open).Select(Try).ToArray()).ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e) || e is ObjectDisposedException)
        {
            Log.MessageNotSeenTo(logger, "*", e);
        }
    }

    /// <summary>What fails is tried again in the next round, and keeps nobody else waiting. Whoever is expected already will see what is new.</summary>
    async Task Try(string id)
    {
        if (!expected.TryAdd(id, true))
        {
            return;
        }

        try
        {
            using var turn = await turns.Take(id, stopping.Token).ConfigureAwait(false);
            await places.WaitAsync(stopping.Token).ConfigureAwait(false);
            try
            {
                expected.TryRemove(id, out _);
                await SeeTo(id).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        }
        catch (Exception e) when (!stopping.IsDisposed)
        {
            Log.MessageNotSeenTo(logger, id, e);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The next life of the service sees to it.
        }
    }

    async Task SeeTo(string id)
    {
        // As it is now: another turn may have seen to it.
        if (await Messages.Get(id).ConfigureAwait(false) is { NeedsCare: true } message)
        {
            await See(message).ConfigureAwait(false);
        }

        await telling.Tell(id, stopping.Token).ConfigureAwait(false);
        if (await Messages.Get(id).ConfigureAwait(false) is { IsExpired: true, NeedsCare: true } told)
        {
            await See(told).ConfigureAwait(false);
        }
    }

    async Task See(VoiceMessage message)
    {
        switch (message.State)
        {
            case MessageState.Recording:
                await Finish(message).ConfigureAwait(false);
                break;
            case MessageState.Recorded when message.Begun < started:
                // The service died while the caller was asked what to do with it.
                await Messages.Update(message.Id, found => found.Keep(found.Length)).ConfigureAwait(false);
                break;
            case MessageState.Kept when !message.IsPassedOn:
                await PassOn(message).ConfigureAwait(false);
                break;
            case MessageState.Discarded:
            case MessageState.Kept when message is { IsExpired: true, Untold.IsEmpty: true } || message.Deleted + DeletedStay < scheduler.Now:
                folder.Of(message).Delete();
                await Messages.Update(message.Id, found => found with { IsFileRemoved = true }).ConfigureAwait(false);
                break;
        }
    }

    async Task Finish(VoiceMessage message)
    {
        var file = folder.Of(message);
        if (!file.Exists)
        {
            if (message.Begun + LongestGreeting < scheduler.Now)
            {
                await Messages.Update(message.Id, found => found.State == MessageState.Recording ? found.Discard() : found).ConfigureAwait(false);
            }
        }
        else if (IsFinished(file))
        {
            var length = WavFile.Measure(file.FullName);
            await Messages.Update(
                message.Id,
                found => found.State != MessageState.Recording ? found : length >= settings.Value.Voicemail.Least ? found.Keep(length) : found.Discard()).ConfigureAwait(false);
            Log.MessageFound(logger, message.Id, message.Mailbox.ToString(), length.TotalSeconds);
        }
    }

    bool IsFinished(FileInfo file) => file.LastWriteTimeUtc + Quiet < scheduler.Now.UtcDateTime;

    async Task PassOn(VoiceMessage message)
    {
        foreach (var recipient in recipients)
        {
            await recipient.Take(message, folder.PathOf(message.File), stopping.Token).ConfigureAwait(false);
        }

        var email = await mailed.Find(message.Id).ConfigureAwait(false);
        await Messages.Update(message.Id, found => found with { IsPassedOn = true, Mail = found.Mail ?? email }).ConfigureAwait(false);
    }
}
