using Web3Tel.FreeSwitch;

namespace Web3Tel.Server.Hosting;

/// <summary>Lets calls in once everybody listens, and closes the doors at the end: waiting callers and conversations go on in FreeSWITCH.</summary>
internal sealed class SwitchStart(FreeSwitchSwitch @switch) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        @switch.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        @switch.Dispose();
        return Task.CompletedTask;
    }
}
