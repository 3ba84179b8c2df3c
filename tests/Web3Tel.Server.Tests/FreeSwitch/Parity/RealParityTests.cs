using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>
/// The same service and the same people on a real FreeSWITCH and on the simulated one: each leg has the same events in the same order, and
/// the history has the same journeys, but for <see cref="KnownDifferences"/>. Skipped, visibly, where FreeSWITCH or SIPp is not installed.
/// </summary>
public sealed class RealParityTests(ITestOutputHelper console)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What is played, and who is signed in then.</summary>
    static readonly ImmutableArray<(string Name, int[] Operators, Func<ISide, Task> Play)> Scenarios =
    [
        ("hangs up in the greeting", [], side => side.CallsAndLeaves(TimeSpan.FromSeconds(1.7))),
        ("waits and hangs up", [], side => side.CallsAndLeaves(TimeSpan.FromSeconds(6.5))),
        ("the operator hangs up", [ISide.Stays], side => side.CallsAndStays()),
        ("the caller hangs up", [ISide.Loyal], side => side.CallsAndLeaves(TimeSpan.FromSeconds(7))),
        ("one rejects, the next answers", [ISide.Rejects, ISide.Loyal], side => side.CallsAndLeaves(TimeSpan.FromSeconds(9))),
        ("one is busy, the next answers", [ISide.Busy, ISide.Loyal], side => side.CallsAndLeaves(TimeSpan.FromSeconds(9))),
        ("it rings in vain", [ISide.Absent], side => side.CallsAndLeaves(TimeSpan.FromSeconds(14))),
        ("hangs up while it rings", [ISide.Absent], side => side.CallsAndLeaves(TimeSpan.FromSeconds(6.5))),
        ("a key leads to a message", [], side => side.CallsAndPresses("1", TimeSpan.FromSeconds(6))),
    ];

    [Fact]
    public async Task The_same_scenarios_give_the_same_events_and_journeys_on_both()
    {
        await using var real = await RealSide.Start();
        await using var simulated = new SimulatedSide();
        await using var onReal = await ServiceOnFreeSwitch.Start(real, Settings(), real.Phones);
        await using var onSimulated = await ServiceOnFreeSwitch.Start(simulated, Settings(), simulated.Phones);
        using var seesReal = await Witness.Of(real);
        using var seesSimulated = await Witness.Of(simulated);

        var differences = new List<string>();
        foreach (var scenario in Scenarios)
        {
            var played = await Task.WhenAll(Play(scenario, real, onReal, seesReal), Play(scenario, simulated, onSimulated, seesSimulated));
            differences.AddRange(Differences(scenario.Name, played[0], played[1]));
        }

        differences.Should().BeEmpty();
    }

    /// <summary>One after another on a side: it must be over before the next begins.</summary>
    static async Task<Played> Play((string Name, int[] Operators, Func<ISide, Task> Play) scenario, ISide side, ServiceOnFreeSwitch service, Witness witness)
    {
        var before = (await service.History()).Count;
        foreach (var id in scenario.Operators)
        {
            await service.CommandOperator($"op{id}", "sign-in");
        }

        witness.Tell();
        await scenario.Play(side);
        await Eventually.Holds(
            async () =>
            {
                (await service.History()).Should().HaveCount(before + 1, $"\"{scenario.Name}\" is over on {side.Name}; {service.Output}");
                (await service.Calls()).Should().BeEmpty();
                witness.Living().Should().Be(0);
            },
            Patience);
        foreach (var id in scenario.Operators)
        {
            await service.CommandOperator($"op{id}", "sign-out");
        }

        // A wrap-up that is not over would go on in the next scenario.
        foreach (var id in scenario.Operators)
        {
            await Eventually.Holds(async () => (await service.Does($"op{id}")).Should().Be("signedOut"), Patience);
        }

        var call = (await service.History()).MaxBy(one => one.EndedAt)!;
        return new Played(witness.Tell(), [call.Result, $"hung up by {call.HungUpBy}", .. call.Journey.Select(step => $"{step.What} {step.Agent} {Witness.Plain(step.Detail ?? "")}")]);
    }

    IEnumerable<string> Differences(string scenario, Played real, Played simulated)
    {
        var (theirs, ours) = (real.Legs.Select(leg => leg.Leg), simulated.Legs.Select(leg => leg.Leg));
        if (!theirs.SequenceEqual(ours))
        {
            yield return $"{scenario}: the legs are {string.Join(", ", theirs)} on FreeSWITCH, {string.Join(", ", ours)} on the simulator";
        }

        foreach (var (their, our) in real.Legs.Zip(simulated.Legs))
        {
            if (Difference($"{scenario}, {their.Leg}", KnownDifferences.Without(their.Events), KnownDifferences.Without(our.Events)) is { } difference)
            {
                yield return difference;
            }
        }

        if (Difference($"{scenario}, the journey", real.Journey, simulated.Journey) is { } told)
        {
            yield return told;
        }
    }

    string? Difference(string where, IReadOnlyList<string> theirs, IReadOnlyList<string> ours)
    {
        if (theirs.SequenceEqual(ours))
        {
            return null;
        }

        console.WriteLine($"{where}\nFreeSWITCH:\n  {string.Join("\n  ", theirs)}\nthe simulator:\n  {string.Join("\n  ", ours)}\n");
        var at = theirs.Zip(ours).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{where}, event {at}: {theirs.ElementAtOrDefault(at) ?? "nothing"} on FreeSWITCH, {ours.ElementAtOrDefault(at) ?? "nothing"} on the simulator";
    }

    static Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["Greeting"] = "tone_stream://%(3000,0,300)",
            ["Queues__0__Strategy"] = "TopDown",
            ["Queues__0__RingSeconds"] = "6",
            ["Queues__0__AfterNoAnswerSeconds"] = "60",
            ["Queues__0__AfterRejectSeconds"] = "60",
            ["Queues__0__AfterBusySeconds"] = "60",
            ["Queues__0__ExitKeys__0__Key"] = "1",
            ["Queues__0__ExitKeys__0__To"] = "step:voicemail",
            ["Voicemail__Greeting"] = "tone_stream://%(1000,0,300)",
        };
        for (var i = 0; i < ISide.Operators; i++)
        {
            settings[$"Operators__{i}__SignedIn"] = "false";
        }

        return settings;
    }

    sealed record Played(IReadOnlyList<(string Leg, IReadOnlyList<string> Events)> Legs, IReadOnlyList<string> Journey);
}
