using Web3Tel.FreeSwitch;

namespace Web3Tel.Server.Hosting;

/// <summary>Lets calls in once everybody listens, and closes the doors at the end: waiting callers and conversations go on in FreeSWITCH.</summary>
internal sealed class SwitchStart(FreeSwitchSwitch @switch) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            @switch.Start();
            return Task.CompletedTask;
        }
        catch (IOException e)
        {
            throw new StartException($"Calls cannot be taken: {e.Message} Stop what listens there, or choose another address (Web3Tel:Outbound:Listen).", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        @switch.Dispose();
        return Task.CompletedTask;
    }
}
