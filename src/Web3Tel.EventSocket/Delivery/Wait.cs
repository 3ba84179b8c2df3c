using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using Microsoft.Extensions.Logging;

namespace Web3Tel.EventSocket.Delivery;

/// <summary>
/// Somebody waits for one answer. It ends once: by the answer, by an error, by the time-out, or because nobody waits any
/// more (disposed).
/// </summary>
abstract class Wait<T>(IObserver<T> observer, DeliveryMode mode, ILogger logger) : IDisposable, IThreadPoolWorkItem
{
    readonly SingleAssignmentDisposable timer = new();
    readonly bool inline = mode == DeliveryMode.Inline || observer is IReadSafe;
    T? answer;
    Exception? error;
    int finished;

    public bool IsFinished => Volatile.Read(ref finished) != 0;

    public void Fail(Exception reason)
    {
        if (TryFinish())
        {
            error = reason;
            Deliver();
        }
    }

    /// <summary>Forgets the wait. What was sent stays sent.</summary>
    public void Dispose() => TryFinish();

    void IThreadPoolWorkItem.Execute()
    {
        if (error is not null || SafeObserver.Give(observer, answer!, logger))
        {
            SafeObserver.End(observer, error, logger);
        }
    }

    /// <summary>Ends the wait with an error unless it ends in time.</summary>
    protected void Limit(TimeSpan time, string what, IScheduler scheduler)
    {
        if (time != Timeout.InfiniteTimeSpan && !IsFinished)
        {
            timer.Disposable = scheduler.Schedule(time, () => Fail(new TimeoutException($"No answer to {what} within {time}.")));
        }
    }

    protected void Finish(T value)
    {
        if (TryFinish())
        {
            answer = value;
            Deliver();
        }
    }

    /// <summary>Called once when the wait is over, however it came to it.</summary>
    protected virtual void Over()
    {
    }

    bool TryFinish()
    {
        if (Interlocked.Exchange(ref finished, 1) != 0)
        {
            return false;
        }

        timer.Dispose();
        Over();
        return true;
    }

    void Deliver()
    {
        if (inline)
        {
            ((IThreadPoolWorkItem)this).Execute();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
