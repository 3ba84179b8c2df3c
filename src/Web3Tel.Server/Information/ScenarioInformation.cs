using System.Collections.Concurrent;
using System.Reactive.Concurrency;
using Web3Tel.Information;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Information;

/// <summary>What steps of scenarios read out: a source is read once for all callers who come within some seconds.</summary>
sealed class ScenarioInformation(ServiceSettings settings, StorageOptions options, IScheduler scheduler, ILogger<ScenarioInformation> logger) : IDisposable
{
    readonly ConcurrentDictionary<(string Source, TimeSpan Patience), InformationFlow> flows = [];

    /// <summary>Each caller waits as long as the step says: this only ends what nobody waits for.</summary>
    readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(1) };

    readonly DownloadedSounds sounds = new(Path.Combine(options.Folder, "information"), settings.Prompts);

    public InformationReader Reader => (step, _) => flows.GetOrAdd((step.Source, step.Timeout), Flow).TryTell;

    public void Dispose() => http.Dispose();

    InformationFlow Flow((string Source, TimeSpan Patience) told) => new(
        SourceOf(told.Source),
        new InformationSettings { Patience = told.Patience },
        scheduler,
        why => Log.InformationNotRead(logger, told.Source, why.Message));

    IInformationSource SourceOf(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new HttpInformation(http, address, sounds: sounds)
            : new FileInformation(source);
}
