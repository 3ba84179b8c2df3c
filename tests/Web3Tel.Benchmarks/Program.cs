using Web3Tel.Benchmarks;
using Web3Tel.Benchmarks.HandOver;

switch (args)
{
    case []:
        await WireBenchmark.Run();
        HandOverBenchmark.Run();
        return 0;
    case ["wire"]:
        return await WireBenchmark.Run();
    case ["handover"]:
        HandOverBenchmark.Run();
        return 0;
    case [WireFeeder.Command, ..]:
        return await WireFeeder.Run(args);
    default:
        Console.Error.WriteLine($"There is no benchmark '{args[0]}'. Say 'wire' or 'handover', or nothing for all.");
        return 1;
}
