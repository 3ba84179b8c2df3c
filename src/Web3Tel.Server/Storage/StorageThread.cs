using System.Collections.Concurrent;
using System.Reactive.Concurrency;

namespace Web3Tel.Server.Storage;

/// <summary>
/// The one thread that touches a database, reads included: LiteDB breaks under anything else. Work is done in the order it was given.
/// </summary>
sealed class StorageThread : IDisposable
{
    /// <summary>Where others are told of what happened here: not on the thread itself, and without a thread for each observer.</summary>
    public static readonly IScheduler Observers = TaskPoolScheduler.Default.DisableOptimizations(typeof(ISchedulerLongRunning));

    readonly BlockingCollection<Action> work = [];
    readonly Thread thread;

    /// <param name="name">The thread's name, as a debugger shows it.</param>
    public StorageThread(string name)
    {
        thread = new Thread(DoWork) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>
    /// Does it later, after what was given before; the task carries its result or its exception, an <see cref="ObjectDisposedException"/>
    /// when the thread has been stopped.
    /// </summary>
    public Task<T> Run<T>(Func<T> read)
    {
        // Continuations elsewhere: nobody else's code runs on this thread.
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            work.Add(() => Complete(completion, read));
        }
        catch (InvalidOperationException)
        {
            completion.SetException(new ObjectDisposedException($"storage thread {thread.Name}"));
        }

        return completion.Task;
    }

    /// <inheritdoc cref="Run{T}"/>
    public Task Run(Action write) => Run(() =>
    {
        write();
        return true;
    });

    /// <summary>Finishes what was given and ends the thread.</summary>
    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        work.Dispose();
    }

    static void Complete<T>(TaskCompletionSource<T> completion, Func<T> read)
    {
        try
        {
            completion.SetResult(read());
        }
        catch (Exception e)
        {
            completion.SetException(e);
        }
    }

    void DoWork()
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
