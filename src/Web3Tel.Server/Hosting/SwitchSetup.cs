using System.Net;
using System.Reactive.Concurrency;
using Web3Tel.Calls;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Transport;
using Web3Tel.FreeSwitch;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Simulation;

namespace Web3Tel.Server.Hosting;

/// <summary>The switch: the FreeSWITCH that is set, or the simulated one.</summary>
static class SwitchSetup
{
    /// <summary>Callers wait for it: a FreeSWITCH that is back is noticed within this time.</summary>
    static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(1);

    public static void AddSwitch(this IServiceCollection services, ServiceSettings settings)
    {
        if (settings.FreeSwitch is { } real)
        {
            services.AddSingleton(new TcpAcceptor(settings.Outbound.Listen));
            services.AddFreeSwitch(settings, _ => settings.FreeSwitches.Select(one => (one, (IConnector)new TcpConnector(one.Host, one.Port))));
        }
        else
        {
            services.AddSingleton(new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, 0)));
            services.AddSingleton<SimulatedWorld>();
            services.AddHostedService(provider => provider.GetRequiredService<SimulatedWorld>());
            services.AddFreeSwitch(settings, provider => [(SimulatedWorld.Switch, provider.GetRequiredService<SimulatedWorld>())]);
        }
    }

    static void AddFreeSwitch(
        this IServiceCollection services, ServiceSettings settings, Func<IServiceProvider, IEnumerable<(SwitchSettings Switch, IConnector Way)>> switches)
    {
        services.AddSingleton(provider => Create(settings, switches(provider), provider));
        services.AddSingleton<ISwitch>(provider => provider.GetRequiredService<FreeSwitchSwitch>());
        services.AddHostedService<SwitchStart>();
    }

    static FreeSwitchSwitch Create(ServiceSettings settings, IEnumerable<(SwitchSettings Switch, IConnector Way)> switches, IServiceProvider parts)
    {
        var scheduler = parts.GetRequiredService<IScheduler>();
        var log = parts.GetRequiredService<ILoggerFactory>().CreateLogger("Web3Tel.FreeSwitch");
        var listener = new OutboundListener(
            parts.GetRequiredService<TcpAcceptor>(), new OutboundListenerOptions { Allowed = settings.Outbound.Allow }, scheduler, log);
        return new FreeSwitchSwitch(
            switches.Select(one => (
                new FreeSwitchOptions { Node = one.Switch.Node, Recordings = settings.Recordings, HearsKeys = settings.Phone.PauseRecording is not null },
                new InboundSocket(one.Way, new InboundSocketOptions { Password = one.Switch.Password, LongestRetry = LongestRetry }, scheduler, log))),
            listener,
            scheduler,
            log);
    }
}
