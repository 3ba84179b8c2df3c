using Web3Tel.Benchmarks;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Benchmarks.Step;

switch (args)
{
    case []:
        await WireBenchmark.Run();
        HandOverBenchmark.Run();
        StepBenchmark.Run();
        return 0;
    case ["wire"]:
        return await WireBenchmark.Run();
    case ["handover"]:
        HandOverBenchmark.Run();
        return 0;
    case ["step"]:
        StepBenchmark.Run();
        return 0;
    case [WireFeeder.Command, ..]:
        return await WireFeeder.Run(args);
    default:
        Console.Error.WriteLine($"There is no benchmark '{args[0]}'. Say 'wire', 'handover' or 'step', or nothing for all.");
        return 1;
}
