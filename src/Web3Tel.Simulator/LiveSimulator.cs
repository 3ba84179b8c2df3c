using System.Reactive.Concurrency;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Simulator;

/// <summary>
/// A simulated FreeSWITCH in real time on a thread of its own, for programs. Its switch is touched on that thread only:
/// through <see cref="Do"/>.
/// </summary>
public sealed class LiveSimulator : IDisposable
{
    readonly EventLoopScheduler thread;
    readonly SimulatedFreeSwitch freeSwitch;

    /// <param name="options">How the switch is set up.</param>
    /// <param name="services">How to reach the service that the <c>socket</c> application names.</param>
    public LiveSimulator(SimulatorOptions? options = null, Func<string, IConnector>? services = null)
    {
        thread = new EventLoopScheduler(start => new Thread(start) { Name = "FreeSWITCH", IsBackground = true });
        freeSwitch = new SimulatedFreeSwitch(thread, options, services);
    }

    /// <summary>Does something with the switch, on its thread, soon.</summary>
    public void Do(Action<SimulatedFreeSwitch> action) => thread.Schedule(() => action(freeSwitch));

    /// <summary>Stops the switch and its thread; nothing that was planned happens any more.</summary>
    public void Dispose() => thread.Schedule(() =>
    {
        freeSwitch.Dispose();
        thread.Dispose();
    });
}
