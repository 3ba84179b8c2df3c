using System.Collections.Immutable;
using Web3Tel.Server.Settings;
using Web3Tel.Simulator;
using Web3Tel.Simulator.World;

namespace Web3Tel.Server.Simulation;

/// <summary>
/// Callers and operators as a newcomer should see them: some wait, most are answered, some give up, now and then an operator rejects or
/// does not hear the phone. To be used on the simulator's thread.
/// </summary>
internal sealed class SimulatedPeople(SimulatedFreeSwitch freeSwitch, ServiceSettings settings)
{
    private static readonly ImmutableArray<string> Names =
    [
        "Анна Смирнова", "John Miller", "Олег Кузнецов", "Maria Rossi", "Дмитрий Волков", "Sofia Larsson", "Ирина Соколова", "Liam O’Connor", "Павел Морозов", "Emma Schmidt",
        "Наталья Лебедева", "Lucas Martin", "Юрий Новиков", "Chloé Dubois", "Тимур Ахметов", "Eva Novák", "", "",
    ];

    private readonly Random random = new(settings.Simulator.Seed);

    /// <summary>How long until the next caller rings: at random, as independent callers do.</summary>
    public TimeSpan NextPause() => TimeSpan.FromMinutes(-Math.Log(1 - random.NextDouble()) / settings.Simulator.CallsPerMinute);

    public void StaffPhones()
    {
        foreach (var agent in settings.CallCenter.Agents)
        {
            freeSwitch.Operator(agent.Destination.Split('/')[^1]).Behaves(Behave);
        }
    }

    public void CallIn()
    {
        var numbers = settings.Lines.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("1000").ToArray();
        freeSwitch.Call($"7916{random.Next(1_000_000, 9_999_999)}", numbers[random.Next(numbers.Length)], Names[random.Next(Names.Length)])
            .WaitsAtMost(Between(25, 120))
            .Talks(Between(15, 70));
    }

    private OperatorBehaviour Behave() => random.Next(100) switch
    {
        < 6 => new OperatorBehaviour { Outcome = OperatorOutcome.Rejects, After = Between(1, 4) },
        < 12 => new OperatorBehaviour { Outcome = OperatorOutcome.NeverAnswers },
        < 15 => new OperatorBehaviour { Outcome = OperatorOutcome.Busy },
        < 45 => new OperatorBehaviour { After = Between(1, 5), Talk = Between(15, 60) },
        _ => new OperatorBehaviour { After = Between(1, 5) },
    };

    private TimeSpan Between(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));
}
