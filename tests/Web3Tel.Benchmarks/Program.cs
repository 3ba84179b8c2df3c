using Web3Tel.Benchmarks;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Benchmarks.Service;

switch (args)
{
    case []:
        await WireBenchmark.Run();
        HandOverBenchmark.Run();
        await ServiceBenchmark.Run();
        return 0;
    case ["wire"]:
        return await WireBenchmark.Run();
    case ["handover"]:
        HandOverBenchmark.Run();
        return 0;
    case ["service"]:
        await ServiceBenchmark.Run();
        return 0;
    case [WireFeeder.Command, ..]:
        return await WireFeeder.Run(args);
    default:
        Console.Error.WriteLine($"There is no benchmark '{args[0]}'. Say 'wire', 'handover' or 'service', or nothing for all.");
        return 1;
}
