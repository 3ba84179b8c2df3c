using System.Diagnostics;
using System.Reflection;

namespace Web3Tel.Benchmarks.Service;

/// <summary>The service as it is, in a process that says on demand what it holds.</summary>
static class WeighedService
{
    public const string Command = "service-weighed";

    /// <summary>Serves; a line read is answered by the bytes of living objects and by those of the working set.</summary>
    public static async Task<int> Run()
    {
        var program = Assembly.Load("Web3Tel.Server").EntryPoint!;
        var serving = Task.Run(() => program.Invoke(null, [Array.Empty<string>()]));
        while (!serving.IsCompleted && await Console.In.ReadLineAsync() is not null)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            var living = GC.GetTotalMemory(forceFullCollection: true);
            using var process = Process.GetCurrentProcess();
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"holds {living} {process.WorkingSet64}"));
        }

        return 0;
    }
}
