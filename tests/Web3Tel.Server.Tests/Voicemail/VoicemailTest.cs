using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>What tests of voicemail share: a service with a mailbox of Anna's at 1009 and one of the queue sales at 1008.</summary>
public abstract class VoicemailTest : RunningServiceTest
{
    protected VoicemailTest()
        : base(connected: true) => Directory.CreateDirectory(Recordings);

    /// <summary>Nobody listens there: e-mails stay in the outbox.</summary>
    private protected static IReadOnlyDictionary<string, string?> SilentMailServer { get; } = new Dictionary<string, string?>
    {
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = "9",
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:From"] = "calls@example.com",
    };

    private protected FaultyDisk Disk { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        Disk.LetFlushesPass();
        await base.DisposeAsync();
        Disk.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected virtual void Add(IServiceCollection services)
    {
    }

    private protected override Task<RunningService> Begin() => RunningService.Start(
        Folder.Path,
        Telephony,
        Disk.Open,
        new Dictionary<string, string?>(More)
        {
            ["Web3Tel:Voicemail:Greeting"] = "greeting.wav",
            ["Web3Tel:Voicemail:Choices"] = "choices.wav",
            ["Web3Tel:Voicemail:Unavailable"] = "unavailable.wav",
            ["Web3Tel:Voicemail:Lines:0:Number"] = "1009",
            ["Web3Tel:Voicemail:Lines:0:Mailbox"] = "operator:1001",
            ["Web3Tel:Voicemail:Lines:1:Number"] = "1008",
            ["Web3Tel:Voicemail:Lines:1:Mailbox"] = "queue:sales",
        },
        Add);

    /// <summary>A caller who speaks into a mailbox.</summary>
    private protected async Task<FakeCall> Speaks(string dialled = "1009", string number = "+79161234567")
    {
        var call = Telephony.Call(number, "Иван Петров", dialled);
        await Eventually.Holds(() =>
        {
            call.RecordsTo.Should().NotBeNull();
            call.Recording.HasObservers.Should().BeTrue();
            // A disk that takes its time keeps no caller waiting: the folder may come later.
            Directory.Exists(Path.GetDirectoryName(Path.Combine(Recordings, call.RecordsTo!))).Should().BeTrue();
            return Task.CompletedTask;
        });
        return call;
    }

    /// <summary>Leaves a message of so many seconds.</summary>
    private protected async Task<FakeCall> Leaves(double seconds, string dialled = "1009")
    {
        var call = await Speaks(dialled);
        await File.WriteAllBytesAsync(Path.Combine(Recordings, call.RecordsTo!), Sound.Wav(seconds), TestContext.Current.CancellationToken);
        call.Recording.OnNext(Reply.Done with { Recorded = new Recorded(TimeSpan.FromSeconds(seconds), false) });
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        return call;
    }

    private protected async Task<JsonArray> Listed(string query = "") => (await Service.Get($"/api/voicemail{query}")).AsArray();

    private protected async Task<JsonNode> Only()
    {
        JsonNode? only = null;
        await Eventually.Holds(async () => only = (await Listed()).Should().ContainSingle().Subject);
        return only!;
    }

    /// <summary>The file has grown just now, however long the test takes.</summary>
    private protected static void Grow(string path) => File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));

    /// <summary>The file has not grown for a minute.</summary>
    private protected static void Age(string path) => File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
}
