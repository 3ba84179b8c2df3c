using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using Web3Tel.Server.Tests.Storage;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>A scheduler on the same virtual clock as everything else. Unlike the virtual clocks of Rx it may be used by several threads: sockets are real.</summary>
sealed class VirtualScheduler(VirtualTime time) : IScheduler
{
    public DateTimeOffset Now => time.GetUtcNow();

    public IDisposable Schedule<TState>(TState state, Func<IScheduler, TState, IDisposable> action) => Schedule(state, TimeSpan.Zero, action);

    public IDisposable Schedule<TState>(TState state, DateTimeOffset dueTime, Func<IScheduler, TState, IDisposable> action) => Schedule(state, dueTime - Now, action);

    public IDisposable Schedule<TState>(TState state, TimeSpan dueTime, Func<IScheduler, TState, IDisposable> action)
    {
        var running = new SingleAssignmentDisposable();
        var timer = time.CreateTimer(_ => running.Disposable = action(this, state), null, Scheduler.Normalize(dueTime), Timeout.InfiniteTimeSpan);
        return StableCompositeDisposable.Create(timer, running);
    }
}
