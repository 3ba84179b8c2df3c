using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

/// <summary>What tests of the service in their own process share: it runs, with a switch in the hands of the test.</summary>
/// <param name="connected">Whether the switch is connected from the beginning.</param>
public abstract class RunningServiceTest(bool connected) : IAsyncLifetime
{
    private protected TempFolder Folder { get; } = new();

    /// <summary>The folder that the switch records to.</summary>
    private protected string Recordings => Folder["recordings"];

    private protected FakeSwitch Telephony { get; private set; } = new();

    private protected RunningService Service { get; private set; } = null!;

    /// <summary>Settings besides the usual ones.</summary>
    private protected virtual Dictionary<string, string?> More { get; } = [];

    public async ValueTask InitializeAsync() => await Start();

    public virtual async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task Start()
    {
        Telephony = new FakeSwitch(Telephony);
        Service = await Begin();
        if (connected)
        {
            Telephony.Connect();
        }
    }

    private protected async Task Restart(Action? meanwhile = null)
    {
        await Service.DisposeAsync();
        meanwhile?.Invoke();
        await Start();
    }

    /// <summary>Waits until a phone rings: another thread may still be at what was before.</summary>
    private protected Task Rings(string phone) => Eventually.Holds(() => Task.FromResult(Telephony.Rings(phone).Should().BeTrue()));

    /// <summary>Until it is known where the conversation of a caller who was answered is recorded.</summary>
    private protected static Task IsRecorded(FakeCall caller) => Eventually.Holds(() => Task.FromResult(caller.RecordedTo.Should().NotBeNull()));

    /// <summary>Until a recording can be searched for: the index is written apart from the history, and is told the names of operators by another thread.</summary>
    private protected Task Indexed(string id) => Eventually.Holds(async () =>
    {
        var index = Service.Services.GetRequiredService<CallCenterService>().Recordings;
        (await index.Find(id)).Should().NotBeNull();
        (await index.Names()).Should().NotBeEmpty();
    });

    /// <summary>What the service has logged so far. At midnight another file is begun.</summary>
    private protected string Logged() => string.Concat(Directory.GetFiles(Folder["logs"]).Order(StringComparer.Ordinal).Select(file =>
    {
        using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }));

    private protected virtual Task<RunningService> Begin() => RunningService.Start(Folder.Path, Telephony, more: More);
}
