using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

/// <summary>What tests of the service in their own process share: it runs, with a switch in the hands of the test.</summary>
/// <param name="connected">Whether the switch is connected from the beginning.</param>
public abstract class RunningServiceTest(bool connected) : IAsyncLifetime
{
    private protected TempFolder Folder { get; } = new();

    private protected FakeSwitch Telephony { get; set; } = new();

    private protected RunningService Service { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await RunningService.Start(Folder.Path, Telephony);
        if (connected)
        {
            Telephony.Connect();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
