using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// Callers who are called back, on a real FreeSWITCH: keys by RTP, the number read out by espeak-ng, and the customer's telephone called over
/// the line out. Skipped, visibly, where these are not installed.
/// </summary>
public sealed partial class RealCallbackTests : IDisposable
{
    const string Number = "+79161234567";
    const int OperatorPort = 15400;
    const int CustomerPort = 15430;
    const int CallerPort = 15460;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(4);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("AgentFirst")]
    [InlineData("CustomerFirst")]
    public async Task A_caller_asks_by_keys_hangs_up_and_is_called_when_an_operator_is_free(string order)
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(order), [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, Talk);
        await using var customer = Customer();
        await Asks(freeSwitch, service);

        await service.CommandOperator("op0", "sign-in");

        await ShouldTalkOnce(freeSwitch, service);
    }

    [Fact]
    public async Task A_service_killed_between_the_promise_and_the_call_keeps_it_once()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings("AgentFirst"), [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, Talk);
        await using var customer = Customer();
        await Asks(freeSwitch, service);

        await service.Kill();
        await service.Live();
        (await service.Callbacks()).Should().ContainSingle(service.Output);
        await service.CommandOperator("op0", "sign-in");

        await ShouldTalkOnce(freeSwitch, service);
    }

    static Dictionary<string, string> Settings(string order) => new()
    {
        ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{CustomerPort}",
        ["Operators__0__SignedIn"] = "false",
        ["Queues__0__Callback__Order"] = order,
        ["Queues__0__ExitKeys__0__Key"] = "1",
        ["Queues__0__ExitKeys__0__To"] = "step:callback",
        ["Callback__PatienceSeconds"] = "15",
        ["Speech__Program"] = Installed.Voice,
    };

    /// <summary>The customer's telephone, which writes down how it is called.</summary>
    ChildProcess Customer() => Sipp.Customer(CustomerPort, folder["customer.log"]);

    /// <summary>The caller presses the keys, is told that the call will come, and is hung up: nobody is on the line any more.</summary>
    static async Task Asks(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service)
    {
        await using var caller = Sipp.AskingForCallback(freeSwitch, CallerPort);
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        var open = (await service.Callbacks()).Should().ContainSingle(service.Output).Subject;
        ((string)open["number"]!).Should().Be(Number);
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0), Patience);
    }

    /// <summary>The two are in one conversation for as long as the operator talks, which is recorded; the customer's telephone was called once.</summary>
    async Task ShouldTalkOnce(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service)
    {
        await Eventually.Holds(
            async () =>
            {
                (await service.Count("talking")).Should().Be(1, service.Output);
                (await freeSwitch.Channels()).Should().Be(2);
            },
            Patience);
        await Eventually.Holds(async () => (await service.EndedCallbacks()).Should().ContainSingle(service.Output).Which.Should().Match<(string Id, string Fate, int Attempts)>(
            ended => ended.Fate == "done" && ended.Attempts == 1), Patience);
        var id = (await service.EndedCallbacks()).Single().Id;
        var call = (await service.History()).Single(ended => ended.Id == id);
        call.Journey.Select(step => step.What).Should().ContainInOrder("asksForCallback", "calledBack", "reached", "connected", "ended");
        new FileInfo(Path.Combine(freeSwitch.Recordings, call.Recording!)).Length.Should().BeGreaterThan(16_000, "they talk for some seconds");
        Invited().Matches(await File.ReadAllTextAsync(folder["customer.log"])).Select(invite => invite.Groups[1].Value).Distinct().Should().ContainSingle();
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0), Patience);
    }

    [GeneratedRegex(@"INVITE sip:.*?Call-ID: (\S+)", RegexOptions.Singleline)]
    private static partial Regex Invited();
}
