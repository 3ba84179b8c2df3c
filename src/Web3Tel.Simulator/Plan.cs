using System.Reactive.Disposables;

namespace Web3Tel.Simulator;

/// <summary>
/// Something that will be done later. Disposing drops it together with all it refers to: schedulers keep what is cancelled until its time
/// has come, and a caller's patience may be an hour.
/// </summary>
sealed class Plan(Action action) : IDisposable
{
    readonly SingleAssignmentDisposable scheduled = new();
    Action? action = action;

    /// <summary>Ends with the plan.</summary>
    public IDisposable Scheduled
    {
        set => scheduled.Disposable = value;
    }

    public void Do() => action?.Invoke();

    public void Dispose()
    {
        action = null;
        scheduled.Dispose();
    }
}
