using System.Collections.Concurrent;

namespace Web3Tel.Distribution;

/// <summary>
/// Runs what is posted to it one after another, on the thread of whoever finds it idle: no locks, no threads of its own.
/// What is posted from within waits its turn.
/// </summary>
sealed class Serializer(Action<Exception> failed)
{
    readonly ConcurrentQueue<Action> _posted = new();
    int _pending;

    public void Post(Action action)
    {
        _posted.Enqueue(action);
        if (Interlocked.Increment(ref _pending) != 1)
        {
            return;
        }

        do
        {
            if (_posted.TryDequeue(out var next))
            {
                Run(next);
            }
        }
        while (Interlocked.Decrement(ref _pending) != 0);
    }

    void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            // One failure must not end the call center; whoever listens to the faults hears of it.
            failed(exception);
        }
    }
}
