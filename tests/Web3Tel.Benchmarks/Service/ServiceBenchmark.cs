using System.Globalization;

namespace Web3Tel.Benchmarks.Service;

/// <summary>The whole service: full calls per second with everything durable, and what a waiting call holds with its connection.</summary>
static class ServiceBenchmark
{
    /// <returns>The process's exit code: 1 when a call was lost.</returns>
    public static async Task<int> Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var lost = await Throughput.Run();
        await Memory.Run();
        return lost == 0 ? 0 : 1;
    }

    /// <summary>The second half alone.</summary>
    public static async Task<int> Weigh()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await Memory.Run();
        return 0;
    }
}
