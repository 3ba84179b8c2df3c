using Web3Tel.Benchmarks;
using Web3Tel.Benchmarks.Desks;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Benchmarks.Menus;
using Web3Tel.Benchmarks.Recordings;
using Web3Tel.Benchmarks.Reports;
using Web3Tel.Benchmarks.Service;
using Web3Tel.Benchmarks.Step;

switch (args)
{
    case []:
        await WireBenchmark.Run();
        HandOverBenchmark.Run();
        await MenuBenchmark.Run();
        StepBenchmark.Run();
        await RecordingsBenchmark.Run();
        await ReportsBenchmark.Run();
        await DesksBenchmark.Run();
        return await ServiceBenchmark.Run();
    case ["wire"]:
        return await WireBenchmark.Run();
    case ["handover"]:
        HandOverBenchmark.Run();
        return 0;
    case ["menu"]:
        return await MenuBenchmark.Run();
    case ["step"]:
        StepBenchmark.Run();
        return 0;
    case ["service"]:
        return await ServiceBenchmark.Run();
    case ["memory"]:
        return await ServiceBenchmark.Weigh();
    case ["recordings"]:
        return await RecordingsBenchmark.Run();
    case ["reports"]:
        return await ReportsBenchmark.Run();
    case ["desks"]:
        return await DesksBenchmark.Run();
    case [SearchedRecordings.Command, var folder]:
        return await SearchedRecordings.Run(folder);
    case [WireFeeder.Command, ..]:
        return await WireFeeder.Run(args);
    case [SwitchUnderLoad.Command, var eventSocket, var service]:
        return await SwitchUnderLoad.Run(eventSocket, service);
    case [WeighedService.Command]:
        return await WeighedService.Run();
    default:
        Console.Error.WriteLine($"There is no benchmark '{args[0]}'. Say 'wire', 'handover', 'menu', 'step', 'recordings', 'reports', 'desks', 'service' or 'memory', or nothing for all.");
        return 1;
}
