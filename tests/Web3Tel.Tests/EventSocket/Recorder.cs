using FluentAssertions;

namespace Web3Tel.Tests.EventSocket;

/// <summary>Keeps what an observable says, and fails when it breaks the contract: one call at a time, one end, nothing after it.</summary>
sealed class Recorder<T> : IObserver<T>
{
    readonly Lock gate = new();
    int inside;

    public List<T> Items { get; } = [];

    public Exception? Error { get; private set; }

    public bool Completed { get; private set; }

    public bool Ended => Completed || Error is not null;

    public T Single => Items.Should().ContainSingle().Subject;

    public void OnNext(T value) => Enter(() => Items.Add(value));

    public void OnError(Exception error) => Enter(() => Error = error);

    public void OnCompleted() => Enter(() => Completed = true);

    void Enter(Action action)
    {
        Interlocked.Increment(ref inside).Should().Be(1, "calls to an observer are serialized");
        lock (gate)
        {
            Ended.Should().BeFalse("nothing comes after the end");
            action();
        }

        Interlocked.Decrement(ref inside);
    }
}

static class Recording
{
    public static Recorder<T> Record<T>(this IObservable<T> source)
    {
        var recorder = new Recorder<T>();
        source.Subscribe(recorder);
        return recorder;
    }
}
