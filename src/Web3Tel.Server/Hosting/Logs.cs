using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Web3Tel.Server.Hosting;

/// <summary>The log: on the console for whoever watches, and in <c>data/logs</c>, a file a day, for a month.</summary>
static class Logs
{
    /// <summary>
    /// A console or disk that stands still for seconds must not stand in the way of a call: so many lines wait for it, and what comes
    /// after them is lost. The journal loses nothing.
    /// </summary>
    const int LinesKept = 100_000;

    const long FileSizeLimit = 100_000_000;
    const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    const string FileLine = "{Timestamp:o} {Level:u3} [{Call}] {Message:lj}{NewLine}{Exception}";

    public static Logger Create(string data, LogEventLevel least) => new LoggerConfiguration()
        .MinimumLevel.Is(least)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error) // that its keys are plain files: docs/panel.md says so
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal) // why a start failed is told once, in plain words
        .WriteTo.Async(
            sinks => sinks.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture),
            LinesKept)
        .WriteTo.Async(
            sinks => sinks.File(
                Path.Combine(data, "logs", "web3tel-.log"),
                outputTemplate: FileLine,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: FileSizeLimit,
                retainedFileCountLimit: 31),
            LinesKept)
        .CreateLogger();
}
