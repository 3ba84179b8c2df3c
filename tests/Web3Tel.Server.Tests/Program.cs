using Web3Tel.Server.Tests;
using Web3Tel.Server.Tests.FreeSwitch.Load;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Reports;
using Web3Tel.Server.Tests.Storage;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;
using Xunit.v3;

// Most of them wait for processes and browsers, not for the processor.
[assembly: Parallelization(MaxThreads = 4)]

// The tests, a process that one of them kills, or what is measured on a real FreeSWITCH.
return args switch
{
    [JournalWriter.Command, var folder] => await JournalWriter.Run(folder),
    [MailSender.Command, var folder, var port] => await MailSender.Run(folder, port),
    [FactCounter.Command, var folder] => await FactCounter.Run(folder),
    [LoadBenchmark.Command, .. var plan] => await LoadBenchmark.Run(plan),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
