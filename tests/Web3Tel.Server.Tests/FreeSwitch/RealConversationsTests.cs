using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What happens in a conversation, on a real FreeSWITCH with SIPp. Skipped, visibly, where these are not installed.</summary>
public sealed class RealConversationsTests
{
    const int OperatorPort = 15800;
    const int CallerPort = 15701;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task A_caller_is_held_given_back_transferred_listened_to_and_hung_up()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort, OperatorPort, OperatorPort);
        await using var operators = Sipp.Operators(OperatorPort, Talk);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort);
        var (call, first) = await TalksWith(service, _ => true);
        var (second, supervisor) = Others(first);

        await service.Command(call, "hold");
        await Eventually.Holds(async () => (await freeSwitch.Api("show channels")).Should().Contain(",playback,", service.Output), Patience);
        await Legs(freeSwitch, live: 2, conversations: 2, service);
        await service.Command(call, "resume");
        await Legs(freeSwitch, live: 2, conversations: 1, service);
        // FreeSWITCH shows the two as joined some milliseconds before the service has heard of it.
        await Eventually.Holds(() => service.Command(call, "transfer", new { agent = second }), Patience);
        await TalksWith(service, agent => agent == second);
        await Legs(freeSwitch, live: 2, conversations: 1, service);
        await service.Command(call, "listen", new { destination = supervisor, mode = "whisper" });
        await Legs(freeSwitch, live: 3, conversations: 2, service);
        await Eventually.Holds(async () => (await freeSwitch.Api("show channels")).Should().Contain("eavesdrop"), Patience);
        // All of the above takes less than the second of sound that the recording must have: they talk for some more.
        var until = await freeSwitch.Seconds() + 3;
        await Eventually.Holds(async () => (await freeSwitch.Seconds()).Should().BeGreaterThanOrEqualTo(until), Patience);
        await service.Command(call, "hang-up");

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        var ended = await EndedCall(service, freeSwitch);
        ended.Agent.Should().Be(second);
        ended.Journey.Select(step => step.What).Should().ContainInOrder("connected", "held", "resumed", "transferred", "connected", "listenedTo", "ended");
        new FileInfo(Path.Combine(freeSwitch.Recordings, ended.Recording!)).Length.Should().BeGreaterThan(16_000, "one recording has it all");
    }

    [Fact]
    public async Task An_operator_asks_another_takes_the_caller_back_asks_again_and_hands_over()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort + 10, OperatorPort + 10, OperatorPort + 10);
        await using var operators = Sipp.Operators(OperatorPort + 10, Talk);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 10);
        var (call, first) = await TalksWith(service, _ => true);
        var (second, third) = Others(first);

        await service.Command(call, "consult", new { agent = second });
        await Consulting(freeSwitch, service, second);
        await service.Command(call, "consult/cancel");
        await Legs(freeSwitch, live: 2, conversations: 1, service);
        // FreeSWITCH shows the two as joined some milliseconds before the service has heard of it.
        await Eventually.Holds(() => service.Command(call, "consult", new { agent = third }), Patience);
        await Consulting(freeSwitch, service, third);
        await service.Command(call, "consult/complete");
        await TalksWith(service, agent => agent == third);
        await Legs(freeSwitch, live: 2, conversations: 1, service);
        await service.Command(call, "take-over", new { destination = second });
        await TalksWith(service, agent => agent == second);
        await Legs(freeSwitch, live: 2, conversations: 1, service);
        await service.Command(call, "transfer", new { queue = "reception" });
        await TalksWith(service, _ => true);
        await service.Command(call, "hang-up");

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        (await EndedCall(service, freeSwitch)).Result.Should().Be("answered");
    }

    [Fact]
    public async Task All_phones_ring_and_those_of_the_slower_are_told_that_somebody_else_answered()
    {
        const int Port = OperatorPort + 60;
        await using var freeSwitch = await RealFreeSwitch.Start();
        // The others never answer: were the caller there before the first one's telephone, it would have to be rung again soon.
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new() { ["Queues__0__Strategy"] = "RingAll", ["Queues__0__AfterUnreachableSeconds"] = "1" },
            [Port, Port + 10, Port + 20]);
        await using var fast = Sipp.Operators(Port, Talk);
        await using var second = Sipp.Outraced(Port + 10);
        await using var third = Sipp.Outraced(Port + 20);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 60);

        var (call, agent) = await TalksWith(service, _ => true);
        agent.Should().Be("op0");
        (await second.Exit(Patience)).Should().Be(0, second.Output);
        (await third.Exit(Patience)).Should().Be(0, third.Output);
        await service.Command(call, "hang-up");
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        (await EndedCall(service, freeSwitch)).Result.Should().Be("answered");
    }

    [Fact]
    public async Task Whoever_rejects_or_does_not_answer_costs_the_caller_no_place()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new() { ["Queues__0__RingSeconds"] = "2", ["Queues__0__Strategy"] = "TopDown", ["Queues__0__Whisper"] = "tone_stream://%(500,0,440)" },
            [OperatorPort + 20, OperatorPort + 24, OperatorPort + 28]);
        await using var rejecting = Sipp.Rejecting(OperatorPort + 20);
        await using var absent = Sipp.Absent(OperatorPort + 24);
        await using var operators = Sipp.Operators(OperatorPort + 28, TimeSpan.FromSeconds(2));
        await using var callers = Sipp.Callers(freeSwitch, count: 2, perSecond: 1, CallerPort + 20);

        (await callers.Exit(Patience)).Should().Be(0, callers.Output);

        var calls = await service.Settled(freeSwitch, 2);
        calls.Should().AllSatisfy(call => (call.Result, call.Agent).Should().Be(("answered", "op2")));
        var failed = calls.SelectMany(call => call.Journey).Where(step => step.What == "offerEnded").Select(step => (step.Agent, step.Detail));
        failed.Should().Contain([("op0", "Rejected"), ("op1", "NoAnswer")]);
        // It is told of the caller the phone rang for, who need not be the one the operator gets.
        calls.SelectMany(call => call.Journey).Should().Contain(step => step.What == "whispered" && step.Agent == "op2");
        calls.OrderBy(call => call.Joined).Select(call => call.Answered).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task A_telephone_that_transfers_by_itself_is_told_no_and_the_two_talk_on()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort + 30);
        await using var operators = new OperatorPhones(OperatorPort + 30, TimeSpan.FromSeconds(6), transferring: true);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 30);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var ended = await EndedCall(service, freeSwitch);
        (await operators.Unexpected()).Should().BeEmpty("a transfer is answered by 405: {0}", ended);
        (ended.Result, ended.Agent).Should().Be(("answered", "op0"));
        ended.TalkedSeconds.Should().BeGreaterThan(3, "they went on talking after both attempts");
        ended.Journey.Select(step => step.What).Should().NotContain(["transferred", "backInQueue", "lostSight"]);
        await Eventually.Holds(async () => (await service.Ready()).Should().Be(1), Patience);
    }

    [Fact]
    public async Task A_caller_who_has_waited_too_long_goes_to_a_number_outside()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new()
            {
                ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{OperatorPort + 40}",
                ["Queues__0__MaxWaitSeconds"] = "1",
                ["Queues__0__WhenTooLong"] = "number:5551",
                ["Operators__0__SignedIn"] = "false",
            },
            [OperatorPort + 44]);
        await using var outside = new OperatorPhones(OperatorPort + 40, TimeSpan.FromSeconds(3));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 40);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var ended = await EndedCall(service, freeSwitch);
        (await outside.Unexpected()).Should().BeEmpty();
        (ended.Result, ended.Agent).Should().Be(("sentOn", null));
        ended.Journey.Select(step => $"{step.What} {step.Detail}").Should().ContainInOrder("sentOn number 5551", "connected 5551");
    }

    [Fact]
    public async Task An_operator_is_told_who_comes_by_the_voice_before_the_caller_is_there()
    {
        Assert.SkipWhen(Web3Tel.Server.Speech.VoiceProgram.Find("espeak-ng") is null, "espeak-ng is not installed.");
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Queues__0__WhisperCaller"] = "true", ["Queues__0__Label"] = "Продажи", ["Queues__0__Announce__Language"] = "Russian" }, [OperatorPort + 50]);
        await using var operators = new OperatorPhones(OperatorPort + 50, TimeSpan.FromSeconds(8));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 50);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var ended = await EndedCall(service, freeSwitch);
        (await operators.Unexpected()).Should().BeEmpty();
        var (told, connected) = (ended.Journey.Single(step => step.What == "whispered").At, ended.Journey.Single(step => step.What == "connected").At);
        (connected - told).Should().BeGreaterThan(TimeSpan.FromSeconds(1), "the words take their time").And.BeLessThan(TimeSpan.FromSeconds(6), "and no more");
    }

    static (string Second, string Third) Others(string first)
    {
        string[] all = ["op0", "op1", "op2"];
        var others = all.Where(agent => agent != first).ToArray();
        return (others[0], others[1]);
    }

    static async Task<(string Call, string Agent)> TalksWith(ServiceOnFreeSwitch service, Func<string, bool> agent)
    {
        var found = default((string Call, string Agent));
        await Eventually.Holds(
            async () =>
            {
                var call = (await service.Calls()).Should().ContainSingle(service.Output).Subject;
                call.State.Should().Be("talking");
                agent(call.Agent ?? "").Should().BeTrue($"{call.Agent} has the caller");
                found = (call.Id, call.Agent!);
            },
            Patience);
        return found;
    }

    /// <param name="live">How many legs live.</param>
    /// <param name="conversations">How many of them are on their own, two in conversation counted as one.</param>
    static Task Legs(RealFreeSwitch freeSwitch, int live, int conversations, ServiceOnFreeSwitch service) => Eventually.Holds(
        async () =>
        {
            (await freeSwitch.Channels()).Should().Be(live, service.Output);
            (await freeSwitch.Api("show calls count")).Trim().Should().StartWith($"{conversations} ");
        },
        Patience);

    /// <summary>The caller hears music, the two operators talk.</summary>
    static async Task Consulting(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service, string asked)
    {
        await Eventually.Holds(async () => (await service.Does(asked)).Should().Be("talking", service.Output), Patience);
        await Legs(freeSwitch, live: 3, conversations: 2, service);
    }

    static async Task<Ended> EndedCall(ServiceOnFreeSwitch service, RealFreeSwitch freeSwitch) => (await service.Settled(freeSwitch, 1)).Single();
}
