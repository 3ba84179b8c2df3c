using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>
/// The same service and the same people on a real FreeSWITCH and on the simulated one: each leg has the same events in the same order, and
/// the history has the same journeys, but for <see cref="KnownDifferences"/>. Skipped, visibly, where FreeSWITCH or SIPp is not installed.
/// </summary>
public sealed class RealParityTests(ITestOutputHelper console)
{
    [Fact]
    public Task The_same_scenarios_give_the_same_events_and_journeys_on_both() => ShouldBeTheSame(Scenario.Calls);

    [Fact]
    public Task So_do_hold_transfers_consultations_and_listening() => ShouldBeTheSame(Scenario.Conversations);

    [Fact]
    public Task So_do_deaths_of_the_service_broken_connections_and_a_telephone_without_power() => ShouldBeTheSame(Scenario.Faults);

    async Task ShouldBeTheSame(IReadOnlyList<Scenario> scenarios)
    {
        await using var real = await Stage.Of(await RealSide.Start());
        await using var simulated = await Stage.Of(new SimulatedSide());

        var differences = new List<string>();
        foreach (var scenario in scenarios)
        {
            var played = await Task.WhenAll(real.Play(scenario), simulated.Play(scenario));
            differences.AddRange(Differences(scenario.Name, played[0], played[1]));
        }

        differences.Should().BeEmpty();
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
}
