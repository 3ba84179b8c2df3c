using System.Collections.Concurrent;

namespace Web3Tel.Server.Storage;

/// <summary>
/// Collects what happens and commits it together: at most one commit every <paramref name="gather"/>, at once when there was none for
/// that long. A failed commit is tried again, later and later, with what came since; nothing is dropped and nobody waits.
/// </summary>
/// <param name="thread">Where commits are made.</param>
/// <param name="time">Measures the time between commits.</param>
/// <param name="gather">The least time between two commits.</param>
/// <param name="commit">Brings the items to the disk, in order, or throws. It may see the same items again after it has thrown.</param>
/// <param name="failed">Told of each failure, with the number of items that wait.</param>
sealed class GroupCommit<T>(
    StorageThread thread, TimeProvider time, TimeSpan gather, Action<IReadOnlyList<T>> commit, Action<Exception, int> failed) : IDisposable
{
    const int GroupLimit = 5_000;
    static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(5);

    readonly ConcurrentQueue<T> queue = new();
    readonly List<T> group = [];
    long lastCommit = time.GetTimestamp() - time.TimestampFrequency;
    TimeSpan retryIn = FirstRetry;
    ITimer? timer;
    int scheduled;
    volatile string? trouble;

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => trouble;

    /// <summary>Returns at once; the item is committed soon.</summary>
    public void Add(T item)
    {
        queue.Enqueue(item);
        if (Interlocked.Exchange(ref scheduled, 1) == 0)
        {
            var wait = gather - time.GetElapsedTime(Volatile.Read(ref lastCommit));
            Schedule(wait);
        }
    }

    /// <summary>Commits what is there now, and fails when that fails (it is tried again all the same).</summary>
    public Task Flush() => thread.Run(CommitAll);

    public void Dispose() => timer?.Dispose();

    void Schedule(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
        {
            _ = thread.Run(CommitAll);
            return;
        }

        timer?.Dispose();
        timer = time.CreateTimer(_ => thread.Run(CommitAll), null, wait, Timeout.InfiniteTimeSpan);
    }

    void CommitAll()
    {
        try
        {
            Volatile.Write(ref scheduled, 0);
            while (Take())
            {
                Commit();
            }
        }
        catch (Exception e)
        {
            trouble = e.Message;
            failed(e, group.Count + queue.Count);
            Volatile.Write(ref scheduled, 1);
            Schedule(retryIn);
            retryIn = retryIn + retryIn < LastRetry ? retryIn + retryIn : LastRetry;
            throw;
        }
    }

    /// <summary>What failed before comes first; then what has come since.</summary>
    bool Take()
    {
        while (group.Count < GroupLimit && queue.TryDequeue(out var item))
        {
            group.Add(item);
        }

        return group.Count > 0;
    }

    void Commit()
    {
        Volatile.Write(ref lastCommit, time.GetTimestamp());
        commit(group);
        group.Clear();
        trouble = null;
        retryIn = FirstRetry;
    }
}
