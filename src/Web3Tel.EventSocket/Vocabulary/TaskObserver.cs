using Web3Tel.EventSocket.Delivery;

namespace Web3Tel.EventSocket.Vocabulary;

/// <summary>
/// One answer as a task. Whoever awaits it continues on the pool, never on the thread that reads, so the answer itself can
/// be taken there.
/// </summary>
sealed class TaskObserver<T> : IObserver<T>, IReadSafe, IDisposable
{
    readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    CancellationTokenRegistration cancellation;
    IDisposable? wait;

    public static Task<T> Await(IObservable<T> answer, CancellationToken cancellation)
    {
        var observer = new TaskObserver<T>();
        observer.Begin(answer, cancellation);
        return observer.source.Task;
    }

    public void OnNext(T value) => source.TrySetResult(value);

    public void OnError(Exception error)
    {
        cancellation.Dispose();
        source.TrySetException(error);
    }

    public void OnCompleted() => cancellation.Dispose();

    public void Dispose() => wait?.Dispose();

    void Begin(IObservable<T> answer, CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            source.TrySetCanceled(token);
            return;
        }

        wait = answer.Subscribe(this);
        cancellation = token.Register(() =>
        {
            Dispose();
            source.TrySetCanceled(token);
        });
    }
}
