using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Web3Tel.Server.Settings;

/// <summary>
/// The settings that are valid now. Those of the published configuration change while the service runs, at the very moment the call center
/// learns of it; all others are as they were at the start. Thread-safe.
/// </summary>
sealed class CurrentSettings(ServiceSettings start)
{
    readonly BehaviorSubject<ServiceSettings> settings = new(start);

    /// <summary>What is set now. Ask again rather than keep it.</summary>
    public ServiceSettings Value => settings.Value;

    /// <summary>What is set now and from now on. Told in the call center's turn: whoever has more to do does it elsewhere.</summary>
    public IObservable<ServiceSettings> Changes => settings.AsObservable();

    /// <summary>For who publishes.</summary>
    public void Change(ServiceSettings to) => settings.OnNext(to);
}
