using System.Globalization;
using Web3Tel.Benchmarks.HandOver;

namespace Web3Tel.Benchmarks.Step;

/// <summary>What one step of the engine costs, by how many wait and how many operators there are.</summary>
static class StepBenchmark
{
    const int WarmUp = 30_000;
    const int Steps = 100_000;

    static readonly int[] Waiting = [100, 1_000, 10_000, 50_000];
    static readonly int[] Operators = [10, 100, 1_000];

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"A step of the engine: {BusyConfiguration.Queues} queues, each operator serves {BusyConfiguration.QueuesPerOperator}, microseconds (aim: median < 20)");
        Console.WriteLine($"{"waiting × operators",-24}{"median",9} {"p99",9}");
        Measure(Waiting[0], Operators[0], Traffic.Plain);
        Measure(Traffic.Plain);
        Console.WriteLine("The same, three of four callers asking for skills, in 48 ways, and levels that open with time");
        Measure(Traffic.Skilled);
        Console.WriteLine("The same, and of 50 queues ten ring several phones for a caller, and ten call back those who asked for it, one of four");
        Measure(Traffic.Mixed);
    }

    static void Measure(Traffic traffic)
    {
        var medians = new List<double>();
        foreach (var waiting in Waiting)
        {
            foreach (var operators in Operators)
            {
                var times = Measure(waiting, operators, traffic);
                medians.Add(times.Microseconds(0.5));
                Console.WriteLine($"{$"{waiting:N0} × {operators:N0}",-24}{times.Microseconds(0.5),9:F2} {times.Microseconds(0.99),9:F2}");
            }
        }

        Console.WriteLine($"The last median is {medians[^1] / medians[0]:F2} times the first (aim: at most 3)");
    }

    static Percentiles Measure(int waiting, int operators, Traffic traffic)
    {
        var center = new BusyCenter(waiting, operators, traffic);
        center.Times.Clear();
        while (center.Times.Count < WarmUp)
        {
            center.ServeOne();
        }

        center.Times.Clear();
        while (center.Times.Count < Steps)
        {
            center.ServeOne();
        }

        return center.Times;
    }
}
