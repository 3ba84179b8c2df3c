using FluentAssertions;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>A side with the service and a witness beside it: where scenarios are played.</summary>
sealed class Stage : IAsyncDisposable
{
    /// <summary>Heard by who was cut off; the caller of a lost telephone hears it to its end before anybody else is there.</summary>
    public const string PhoneLostNotice = "tone_stream://%(1000,0,300)";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Witness witness;
    readonly List<int> signedIn = [];

    Stage(ISide side, Wires wires, ServiceOnFreeSwitch service, Witness witness) => (Side, Wires, Service, this.witness) = (side, wires, service, witness);

    public ISide Side { get; }

    public ServiceOnFreeSwitch Service { get; }

    public Wires Wires { get; }

    public static async Task<Stage> Of(ISide side)
    {
        var wires = new Wires(side);
        var service = await ServiceOnFreeSwitch.Start(side, Settings(side, wires), side.Phones);
        return new Stage(side, wires, service, await Witness.Of(side));
    }

    /// <summary>One after another: it must be over before the next begins.</summary>
    public async Task<Played> Play(Scenario scenario)
    {
        var before = (await Service.History()).Count;
        foreach (var id in scenario.Operators)
        {
            await SignsIn(id);
        }

        witness.Tell();
        await scenario.Play(this);
        await Eventually.Holds(
            async () =>
            {
                (await Service.History()).Count.Should().BeGreaterThan(before, $"\"{scenario.Name}\" is over on {Side.Name}; {Service.Output}\n{Side.Said}");
                (await Service.Calls()).Should().BeEmpty();
                witness.Living().Should().Be(0);
            },
            Patience);
        foreach (var id in signedIn)
        {
            await Service.CommandOperator($"op{id}", "sign-out");
        }

        // A wrap-up that is not over would go on in the next scenario.
        foreach (var id in signedIn)
        {
            await Does(id, "signedOut");
        }

        signedIn.Clear();
        var call = (await Service.History()).MaxBy(one => one.EndedAt)!;
        return new Played(witness.Tell(), [call.Result, $"hung up by {call.HungUpBy}", .. call.Journey.Select(step => $"{step.What} {step.Agent} {Witness.Plain(step.Detail ?? "")}")]);
    }

    public async Task SignsIn(int id)
    {
        await Service.CommandOperator($"op{id}", "sign-in");
        signedIn.Add(id);
    }

    /// <summary>Somebody calls, is with this operator, and hangs up so long after the call was answered.</summary>
    public async Task Talks(int id, TimeSpan leaves)
    {
        await Side.CallsAndLeaves(leaves);
        await IsWith(id);
    }

    public Task IsWith(int id) => Eventually.Holds(async () => (await Service.Calls()).Should().ContainSingle(Service.Output).Which.Should().Match<(string Id, string State, string? Agent)>(
        call => call.State == "talking" && call.Agent == $"op{id}"), Patience);

    /// <summary>The caller waits, and hears the service's music.</summary>
    public async Task Waits()
    {
        await Is("waiting");
        await Comes(() => witness.HearsMusic(byTheService: true).Should().BeTrue(Service.Output));
    }

    /// <summary>The caller hears the dialplan's music: the service is away.</summary>
    public Task IsAlone() => Comes(() => witness.HearsMusic(byTheService: false).Should().BeTrue(Service.Output));

    /// <summary>Does something, which makes a leg say so once more.</summary>
    /// <param name="leg">Whose it is: <c>caller</c>, the operator's id, or <c>outside</c>.</param>
    /// <param name="event">How the event begins.</param>
    /// <param name="doing">What brings it.</param>
    public async Task Brings(string leg, string @event, Func<Task> doing)
    {
        var before = witness.Count(leg, @event);
        await doing();
        await Comes(() => witness.Count(leg, @event).Should().BeGreaterThan(before, $"{leg}: {@event} on {Side.Name}; {Service.Output}"));
    }

    public Task Is(string state) => Eventually.Holds(async () => (await Service.Calls()).Should().ContainSingle(Service.Output).Which.State.Should().Be(state), Patience);

    public Task Does(int id, string what) => Eventually.Holds(async () => (await Service.Does($"op{id}")).Should().Be(what, Service.Output), Patience);

    /// <summary>Commands something of the only call: again while it is refused, as in the first moments after what was commanded before.</summary>
    public Task Command(string what, object? body = null) => Eventually.Holds(async () => await Service.Command((await Service.Calls()).Single().Id, what, body), Patience);

    public Task IsAskedForCallback() => Eventually.Holds(
        async () =>
        {
            (await Service.Callbacks()).Should().ContainSingle(Service.Output);
            witness.Living().Should().Be(0);
        },
        Patience);

    public Task HasCalledBack() => Eventually.Holds(async () => (await Service.EndedCallbacks()).Should().ContainSingle(Service.Output), Patience);

    /// <summary>The journal tells so of the only call: a service killed a moment earlier would have to find it out.</summary>
    public Task IsOnDisk(string words) => Eventually.Holds(async () => (await Service.Why((await Service.Calls()).Single().Id)).Should().Contain(line => line.Contains($" {words}", StringComparison.Ordinal), Service.Output), Patience);

    /// <summary>Breaks every connection off, and returns when the service has FreeSWITCH again and sees every call.</summary>
    public async Task Reset()
    {
        var before = Wires.Events.Made;
        Wires.Reset();
        await Eventually.Holds(
            async () =>
            {
                Wires.Events.Made.Should().BeGreaterThan(before);
                (await Service.IsReady()).Should().BeTrue(Service.Output);
                (await Service.Away()).Should().Be(0, Service.Output);
            },
            Patience);
    }

    public async ValueTask DisposeAsync()
    {
        witness.Dispose();
        await Service.DisposeAsync();
        await Wires.DisposeAsync();
        await Side.DisposeAsync();
    }

    static Task Comes(Action assertion) => Eventually.Holds(
        () =>
        {
            assertion();
            return Task.CompletedTask;
        },
        Patience);

    static Dictionary<string, string> Settings(ISide side, Wires wires)
    {
        var settings = new Dictionary<string, string>(wires.Settings)
        {
            ["Greeting"] = "tone_stream://%(3000,0,300)",
            ["LineOut"] = side.LineOut,
            ["Queues__0__Strategy"] = "TopDown",
            ["Queues__0__RingSeconds"] = "6",
            ["Queues__0__AfterNoAnswerSeconds"] = "60",
            ["Queues__0__AfterRejectSeconds"] = "60",
            ["Queues__0__AfterBusySeconds"] = "60",
            ["Queues__0__Callback"] = "true",
            ["Queues__0__PhoneLostNotice"] = PhoneLostNotice,
            ["Queues__0__ExitKeys__0__Key"] = "1",
            ["Queues__0__ExitKeys__0__To"] = "step:callback",
            ["Queues__0__ExitKeys__1__Key"] = "2",
            ["Queues__0__ExitKeys__1__To"] = "step:voicemail",
            ["Voicemail__Greeting"] = "tone_stream://%(1000,0,300)",
            // Nobody speaks: what is said of a number lasts as long as the voice makes it.
            ["Speech__Through"] = "Service",
            ["Speech__Program"] = "",
            ["Callback__PatienceSeconds"] = "15",
            [$"Operators__{ISide.Registered}__Destination"] = $"user/{ISide.User}",
        };
        for (var i = 0; i < ISide.Operators; i++)
        {
            settings[$"Operators__{i}__SignedIn"] = "false";
        }

        return settings;
    }
}
