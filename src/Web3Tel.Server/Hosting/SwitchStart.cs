using Web3Tel.FreeSwitch;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Hosting;

/// <summary>Lets calls in once everybody listens, and closes the doors at the end: waiting callers and conversations go on in FreeSWITCH.</summary>
sealed class SwitchStart(FreeSwitchSwitch @switch, ServiceSettings settings) : IHostedService
{
    /// <exception cref="StartException">Calls cannot be taken where the settings say.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsSimulated)
        {
            RefuseTakenAddress();
        }

        @switch.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        @switch.Dispose();
        return Task.CompletedTask;
    }

    void RefuseTakenAddress()
    {
        var address = settings.Outbound.Listen;
        if (Taken.WhyNot(address) is { } why)
        {
            throw new StartException($"Calls cannot be taken at {address}: {why.Message}. Stop what listens there, or choose another address (Web3Tel:Outbound:Listen).", why);
        }
    }
}
