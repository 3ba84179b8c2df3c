using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A telephone that loses power in a conversation, on a real FreeSWITCH. Skipped, visibly, without FreeSWITCH, SIPp and baresip.</summary>
public sealed class RealLostPhoneTests : IDisposable
{
    const int OperatorPort = 15960;
    const int CallerPort = 15970;
    const string Address = "127.0.0.5";
    const string Number = "79160000001";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(14);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_caller_has_the_next_operator_ahead_of_who_waits_and_the_telephone_is_rung_again_when_it_registers()
    {
        await using var freeSwitch = await Start();
        await using var service = await Serve(freeSwitch, OperatorPort);
        await using var other = Sipp.Operators(OperatorPort, Talk);
        await using var phone = Baresip.Start(freeSwitch, "1001", RealFreeSwitch.Password, Address, folder.Path);
        await using var first = await Caller(freeSwitch, service, CallerPort, talking: 1, waiting: 0, phone.Output);
        await service.CommandOperator("op1", "sign-in");
        await using var second = await Caller(freeSwitch, service, CallerPort + 10, talking: 2, waiting: 0, phone.Output);
        await using var later = await Caller(freeSwitch, service, CallerPort + 20, talking: 2, waiting: 1, phone.Output);
        var cutOff = (await service.Calls()).Single(call => call.Agent == "1001").Id;

        await phone.Kill();

        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("resting", service.Output), Patience);
        await Eventually.Holds(async () => (await service.Calls()).Should().Contain((cutOff, "talking", "op1"), "{0}", service.Output), Patience);
        (await service.Calls()).Should().Contain(call => call.State == "waiting");
        (await service.Does("1001")).Should().Be("resting");

        await using var again = Baresip.Start(freeSwitch, "1001", RealFreeSwitch.Password, Address, folder.Path);
        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("talking", again.Output), Patience);
        await Eventually.Holds(async () => (await service.History()).Should().Contain(one => one.Id == cutOff, "{0}", service.Output), Patience);
        var call = (await service.History()).Single(one => one.Id == cutOff);
        (call.Result, call.Agent).Should().Be(("answered", "op1"), call.ToString());
        call.Journey.Single(step => step.What == "phoneLost").Should().Match<Step>(step => step.Agent == "1001" && step.Detail == "MEDIA_TIMEOUT");
        call.Journey.Select(step => step.What).Should().ContainInOrder("connected", "phoneLost", "backInQueue", "connected", "ended").And.NotContain("lostSight");
        (await first.Exit(Patience)).Should().Be(0, first.Output);
    }

    [Fact]
    public async Task A_service_that_is_dead_when_the_telephone_dies_takes_the_caller_up_in_front()
    {
        await using var freeSwitch = await Start();
        await using var service = await Serve(freeSwitch, OperatorPort + 40);
        await using var phone = Baresip.Start(freeSwitch, "1001", RealFreeSwitch.Password, Address, folder.Path);
        await using var first = await Caller(freeSwitch, service, CallerPort + 40, talking: 1, waiting: 0, phone.Output);
        await using var later = await Caller(freeSwitch, service, CallerPort + 50, talking: 1, waiting: 1, phone.Output);
        var cutOff = (await service.Calls()).Single(call => call.Agent == "1001").Id;
        await service.GrownOld(freeSwitch);

        await service.Kill();
        await phone.Kill();
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(2, "the telephone's leg is over, and its caller lives"), Patience);
        await service.Live();

        await Eventually.Holds(async () => (await service.Calls()).Select(call => (call.Id, call.State)).First().Should().Be((cutOff, "waiting"), service.Output), Patience);
        await using var other = Sipp.Operators(OperatorPort + 40, Talk);
        await service.CommandOperator("op1", "sign-in");
        await Eventually.Holds(async () => (await service.Calls()).Single(call => call.Agent == "op1").Should().Be((cutOff, "talking", "op1"), freeSwitch.Log), Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_call_outside_who_was_called_is_let_go_and_the_operator_rests(bool asked)
    {
        await using var freeSwitch = await Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new() { ["Operators__0__Id"] = "1001", ["Operators__0__Destination"] = "user/1001", ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{OperatorPort + 70}" },
            [OperatorPort + 60]);
        await using var outside = Sipp.Customer(OperatorPort + 70, folder["outside.log"]);
        await File.WriteAllBytesAsync(folder["tones.alaw"], Tones.ALaw((500, 1)), TestContext.Current.CancellationToken);
        await using var phone = asked
            ? Baresip.Start(freeSwitch, "1001", RealFreeSwitch.Password, Address, folder.Path)
            : Sipp.SpeakingPhone(freeSwitch, "1001", Address, OperatorPort + 80, Number, TimeSpan.FromSeconds(100), folder.Path);
        if (asked)
        {
            await Eventually.Holds(async () => (await service.Ask("/api/operators/1001/call", new { number = Number })).Should().Contain("connected", phone.Output), Patience);
        }

        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        var began = await freeSwitch.Seconds();
        // Sound has come: it is not a telephone that never sent any.
        await Eventually.Holds(async () => (await freeSwitch.Seconds()).Should().BeGreaterThan(began + 6), Patience);
        (await service.Count("talking")).Should().Be(1, "a telephone that is heard lives");

        await phone.Kill();

        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("resting", service.Output + freeSwitch.Log), Patience);
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0, "who was called is let go"), Patience);
        (await File.ReadAllTextAsync(folder["outside.log"], TestContext.Current.CancellationToken)).Should().Contain("BYE sip:");
        var call = (await service.History()).Single(ended => ended.Direction == "outgoing" && ended.TalkedSeconds > 0);
        (call.Result, call.Agent, call.HungUpBy).Should().Be(("answered", "1001", "unknown"), call.ToString());
        call.Journey.Single(step => step.What == "phoneLost").Detail.Should().Be("MEDIA_TIMEOUT");
    }

    static Task<RealFreeSwitch> Start() => RealFreeSwitch.WherePhonesDieIn(TimeSpan.FromSeconds(4), ("outgoing_numbers=(?!)", @"outgoing_numbers=^(\+?[0-9]{7,})$"));

    static Task<ServiceOnFreeSwitch> Serve(RealFreeSwitch freeSwitch, int port) => ServiceOnFreeSwitch.Start(
        freeSwitch,
        new() { ["Operators__0__Id"] = "1001", ["Operators__0__Destination"] = "user/1001", ["Operators__1__SignedIn"] = "false" },
        [port - 2, port]);

    /// <summary>One more caller, when the call center has it.</summary>
    static async Task<ChildProcess> Caller(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service, int port, int talking, int waiting, string phone)
    {
        var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, port);
        await Eventually.Holds(
            async () =>
            {
                (await service.Count("talking")).Should().Be(talking, phone);
                (await service.Count("waiting")).Should().Be(waiting, service.Output);
            },
            Patience);
        return caller;
    }
}
