using System.Globalization;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>How soon a freed operator's phone rings for the next caller, and what a waiting caller costs.</summary>
static class HandOverBenchmark
{
    static readonly int[] Waiting = [10, 1_000, 10_000];

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine("The hand-over: from the end of an operator's leg to the next phone ringing (aim: p99 < 2 ms), milliseconds");
        Console.WriteLine($"{"",-58}{Percentiles.Heading}");
        var bytes = new List<string>();
        foreach (var waiting in Waiting)
        {
            var (times, bytesPerCall) = InProcess.Run(waiting);
            Console.WriteLine($"{$"in the call center, {waiting:N0} waiting",-58}{times}");
            bytes.Add($"{bytesPerCall:N0} with {waiting:N0} waiting");
        }

        foreach (var waiting in Waiting)
        {
            Console.WriteLine($"{$"from bytes to bytes, {waiting:N0} waiting",-58}{OverTheWire.Run(waiting)}");
        }

        Console.WriteLine($"Bytes a waiting call holds with its flow, its connection not counted: {string.Join(", ", bytes)}");
    }
}
