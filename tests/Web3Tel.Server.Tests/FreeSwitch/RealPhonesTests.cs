using FluentAssertions;
using Web3Tel.Phones;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Operators' own telephones on a real FreeSWITCH with SIPp: registered, in use, and as what they command the service by.</summary>
public sealed class RealPhonesTests
{
    const int Port = 15850;
    const string Annas = "127.0.0.2";
    const string Boriss = "127.0.0.3";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly string[] AnyKeys = ["1", "1", "1", "1", "1"];

    [Fact]
    public async Task A_phone_registers_unregisters_and_registers_again_and_is_rung_only_while_it_is_there()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await Start(freeSwitch, "1001");
        await Register(freeSwitch, "1001", Annas, Hour);
        await Eventually.Holds(async () => (await Device(service, "1001")).Should().Be("registered"), Patience);
        await Register(freeSwitch, "1001", Annas, TimeSpan.Zero);
        await Eventually.Holds(async () => (await Device(service, "1001")).Should().Be("unregistered"), Patience);

        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, Port + 10);
        await Eventually.Holds(async () => (await service.Count("waiting")).Should().Be(1, service.Output), Patience);
        (await service.Does("1001")).Should().Be("ready");

        await using var phone = Sipp.Answering(Annas, Port, TimeSpan.FromSeconds(100));
        // It is rung in the very moment it registers: a SIPp that is still starting would not answer.
        await Eventually.Holds(() => Ports.IsBound(Annas, Port) ? Task.CompletedTask : throw new InvalidOperationException($"Nobody is at {Annas}:{Port} yet."), Patience);
        await Register(freeSwitch, "1001", Annas, Hour);
        await HasTheCaller(freeSwitch, service, "1001", caller);
    }

    [Fact]
    public async Task A_phone_that_unregisters_while_it_rings_costs_the_caller_no_place_and_is_not_rung_again()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new() { ["Operators__0__Id"] = "1001", ["Operators__0__Destination"] = "user/1001", ["Operators__1__SignedIn"] = "false", ["Queues__0__RingSeconds"] = "8", ["Queues__0__AfterNoAnswerSeconds"] = "1" },
            [Port + 60, Port + 64]);
        await using var ringing = Sipp.AbsentAt(Annas, Port);
        await Eventually.Holds(() => Ports.IsBound(Annas, Port) ? Task.CompletedTask : throw new InvalidOperationException($"Nobody is at {Annas}:{Port} yet."), Patience);
        await Register(freeSwitch, "1001", Annas, Hour);
        await using var next = Sipp.Operators(Port + 64, TimeSpan.FromSeconds(1));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, Port + 70);
        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("offered", service.Output), Patience);

        await Register(freeSwitch, "1001", Annas, TimeSpan.Zero);
        await service.CommandOperator("op1", "sign-in");

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output), Patience);
        var call = (await service.History()).Single();
        (call.Result, call.Agent).Should().Be(("answered", "op1"));
        call.Journey.Count(step => step is { What: "offered", Agent: "1001" }).Should().Be(1);
        (await Device(service, "1001")).Should().Be("unregistered");
    }

    [Fact]
    public async Task The_menu_is_dialled_opened_by_the_PIN_and_obeys_the_keys()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await Start(freeSwitch, "1001");
        await using var phone = Sipp.Phone(freeSwitch, "1001", Annas, Port + 20, "*90", ["4711#", "9", "8", "2", "1"], TimeSpan.FromSeconds(3));

        await Eventually.Holds(async () => (await IsInAnotherCall(service, "1001")).Should().BeTrue(service.Output), Patience);
        (await phone.Exit(Patience)).Should().Be(0, phone.Output);
        await Eventually.Holds(async () => (await IsInAnotherCall(service, "1001")).Should().BeFalse(service.Output), Patience);

        const string By = "1001 (phone)";
        (await service.Audit()).Should().Equal([(By, "signOut"), (By, "signIn"), (By, "break"), (By, "ready")], service.Output);
        (await service.History()).Should().BeEmpty("whoever calls the menu is no caller");
        service.Output.Should().NotContain("4711").And.NotContain("pbkdf2");
    }

    [Fact]
    public async Task Who_talks_to_a_colleague_is_not_rung_and_gets_the_caller_after_it_through_a_death_of_the_service()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await Start(freeSwitch, "1002");
        await using var boris = Sipp.Answering(Boriss, Port + 4, TimeSpan.FromSeconds(100));
        await Register(freeSwitch, "1002", Boriss, Hour, Port + 4);
        await using var anna = Sipp.Phone(freeSwitch, "1001", Annas, Port + 40, "1002", AnyKeys, TimeSpan.FromSeconds(15));

        await Eventually.Holds(async () => (await IsInAnotherCall(service, "1002")).Should().BeTrue(service.Output), Patience);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, Port + 50);
        await Eventually.Holds(async () => (await service.Count("waiting")).Should().Be(1, service.Output), Patience);
        await service.Kill();
        await service.Live();
        (await IsInAnotherCall(service, "1002")).Should().BeTrue("the survey has found the call");
        await Eventually.Holds(async () => (await service.Count("waiting")).Should().Be(1, service.Output), Patience);

        (await anna.Exit(Patience)).Should().Be(0, anna.Output);
        await HasTheCaller(freeSwitch, service, "1002", caller);
    }

    /// <param name="signedIn">Which of the two operators is at work.</param>
    static Task<ServiceOnFreeSwitch> Start(RealFreeSwitch freeSwitch, string signedIn) => ServiceOnFreeSwitch.Start(
        freeSwitch,
        new()
        {
            ["Operators__0__Id"] = "1001",
            ["Operators__0__Pin"] = Pin.Of("4711").Secret(),
            ["Operators__0__SignedIn"] = signedIn == "1001" ? "true" : "false",
            ["Operators__1__Id"] = "1002",
            ["Operators__1__SignedIn"] = signedIn == "1002" ? "true" : "false",
            ["Phone__Menu"] = "*90",
        },
        []);

    static async Task Register(RealFreeSwitch freeSwitch, string user, string address, TimeSpan time, int port = Port)
    {
        await using var registration = Sipp.Registration(freeSwitch, user, address, port, time);
        (await registration.Exit(Patience)).Should().Be(0, registration.Output);
    }

    /// <summary>The operator gets the caller at the first ring.</summary>
    static async Task HasTheCaller(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service, string id, ChildProcess caller)
    {
        await Eventually.Holds(async () => (await service.Does(id)).Should().Be("talking", service.Output), Patience);
        (await IsInAnotherCall(service, id)).Should().BeFalse("a caller's conversation is none");
        await service.Command((await service.Calls()).Single().Id, "hang-up");
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(), Patience);
        var call = (await service.History()).Single();
        call.Agent.Should().Be(id);
        RungInVain(call).Should().BeEmpty("{0}", freeSwitch.Log);
    }

    static IEnumerable<Step> RungInVain(Ended call) => call.Journey.Where(step => step is { What: "offerEnded", Detail: not "Answered" });

    static async Task<string?> Device(ServiceOnFreeSwitch service, string id) => (string?)(await service.Operator(id))["device"];

    static async Task<bool> IsInAnotherCall(ServiceOnFreeSwitch service, string id) => (await service.Operator(id))["outsideCallSince"] is not null;
}
