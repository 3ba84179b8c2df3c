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
            services.AddSingleton<IConnector>(new TcpConnector(real.Host, real.Port));
            services.AddFreeSwitch(settings, real);
        }
        else
        {
            services.AddSingleton(new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, 0)));
            services.AddSingleton<SimulatedWorld>();
            services.AddSingleton<IConnector>(provider => provider.GetRequiredService<SimulatedWorld>());
            services.AddHostedService(provider => provider.GetRequiredService<SimulatedWorld>());
            services.AddFreeSwitch(settings, SimulatedWorld.Switch);
        }
    }

    static void AddFreeSwitch(this IServiceCollection services, ServiceSettings settings, SwitchSettings @switch)
    {
        services.AddSingleton(provider => Create(settings, @switch, provider));
        services.AddSingleton<ISwitch>(provider => provider.GetRequiredService<FreeSwitchSwitch>());
        services.AddHostedService<SwitchStart>();
    }

    static FreeSwitchSwitch Create(ServiceSettings settings, SwitchSettings @switch, IServiceProvider parts)
    {
        var scheduler = parts.GetRequiredService<IScheduler>();
        var log = parts.GetRequiredService<ILoggerFactory>().CreateLogger("Web3Tel.FreeSwitch");
        var inbound = new InboundSocket(
            parts.GetRequiredService<IConnector>(), new InboundSocketOptions { Password = @switch.Password, LongestRetry = LongestRetry }, scheduler, log);
        var listener = new OutboundListener(
            parts.GetRequiredService<TcpAcceptor>(), new OutboundListenerOptions { Allowed = settings.Outbound.Allow }, scheduler, log);
        var options = new FreeSwitchOptions { Node = @switch.Node, Recordings = settings.Recordings };
        return new FreeSwitchSwitch(options, inbound, listener, scheduler, log);
    }
}
