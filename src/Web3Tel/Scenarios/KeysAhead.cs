using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Scenarios;

/// <summary>
/// A call whose keys wait for whoever asks for them next: who knows the menus dials through them, also while no menu is listening.
/// </summary>
sealed class KeysAhead(ICall call) : ICall
{
    readonly Lock _gate = new();
    readonly Queue<CallEvent> _ahead = [];
    readonly Subject<CallEvent> _keys = new();
    readonly Subject<Unit> _pressed = new();
    int _listeners;

    public CallInfo Info => call.Info;

    public IObservable<CallEvent> Events => call.Events.Where(happened => happened is not CallEvent.Digit).Merge(Keys);

    /// <summary>Says once that a key waits, at once when one does.</summary>
    public IObservable<Unit> Pressed => Observable.Defer(() => HasKeys ? Observable.Return(Unit.Default) : _pressed.Take(1));

    public bool HasKeys
    {
        get
        {
            lock (_gate)
            {
                return _ahead.Count > 0;
            }
        }
    }

    /// <summary>Those waiting, one after another, as long as they are wanted; then those to come.</summary>
    IObservable<CallEvent> Keys => Observable.Create<CallEvent>(observer =>
    {
        var listening = new BooleanDisposable();
        // Counted only as long as it is there: a key that comes in between waits, and is not said to nobody.
        var coming = _keys.Subscribe(observer);
        lock (_gate)
        {
            _listeners++;
        }

        // When the one who asks is ready to be answered, and not in the middle of asking.
        CurrentThreadScheduler.Instance.Schedule(() =>
        {
            while (!listening.IsDisposed && Next() is { } key)
            {
                observer.OnNext(key);
            }
        });
        return () =>
        {
            listening.Dispose();
            lock (_gate)
            {
                _listeners--;
            }

            coming.Dispose();
        };
    });

    public IObservable<Reply> Do(CallCommand command) => call.Do(command);

    /// <summary>Until it is disposed of.</summary>
    public IDisposable Listen() => call.Events.OfType<CallEvent.Digit>().Subscribe(Press);

    /// <summary>What was pressed where keys mean something else is not meant for the next menu.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _ahead.Clear();
        }
    }

    void Press(CallEvent key)
    {
        bool isAwaited;
        lock (_gate)
        {
            isAwaited = _listeners > 0 && _ahead.Count == 0;
            if (!isAwaited)
            {
                _ahead.Enqueue(key);
            }
        }

        if (isAwaited)
        {
            _keys.OnNext(key);
        }
        else
        {
            _pressed.OnNext(Unit.Default);
        }
    }

    CallEvent? Next()
    {
        lock (_gate)
        {
            return _ahead.TryDequeue(out var key) ? key : null;
        }
    }
}
