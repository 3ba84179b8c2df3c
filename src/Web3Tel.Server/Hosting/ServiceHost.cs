using System.Reactive.Concurrency;
using Microsoft.AspNetCore.Connections;
using Serilog;
using Serilog.Extensions.Logging;
using Web3Tel.Flows;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Api;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Happenings;
using Web3Tel.Server.Inquiries;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Reviews;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.SetUp;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Telephones;
using Web3Tel.Server.Verto;
using Web3Tel.Server.Voicemail;

namespace Web3Tel.Server.Hosting;

/// <summary>Puts the service together from its settings.</summary>
static class ServiceHost
{
    /// <param name="settings">What was set.</param>
    /// <param name="data">The folder it may write to.</param>
    /// <param name="addSwitch">Registers the switch: <see cref="Web3Tel.Calls.ISwitch"/>.</param>
    /// <param name="steps">The flows that queues may lead to; the service's own by default.</param>
    public static WebApplication Build(ServiceSettings settings, DataFolder data, Action<IServiceCollection> addSwitch, NamedSteps? steps = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Web3Tel.Server", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenTo(settings));
        builder.WebHost.UseStaticWebAssets();
        // As they were built, and compressed: else a build that was not published compares times, and sends what it takes for changed as it is.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddSerilog(Logs.Create(data.Path, LevelConvert.ToSerilogLevel(settings.LogLevel)), dispose: true);

        builder.Services
            .AddSingleton(settings)
            .AddSingleton(new CurrentSettings(settings))
            .AddSingleton<ConfigurationKeeper>()
            .AddScenarios()
            .AddSingleton(steps ?? ServiceSteps.Own)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IScheduler>(TaskPoolScheduler.Default)
            .AddSingleton(services => new StorageOptions(data.Path, services.GetRequiredService<TimeProvider>()))
            .AddSingleton<SwitchWatch>()
            .AddSingleton(services => new ServerCertificate(settings.Https!.Files, services.GetRequiredService<ILogger<ServerCertificate>>()))
            .AddSingleton<GatewayWatch>()
            .AddSingleton<CallCenterService>()
            .AddSingleton<Inquiry>()
            .AddSingleton<DayInquiry>()
            .AddSingleton<MailService>()
            .AddHostedService(services => services.GetRequiredService<MailService>())
            .AddSingleton(services => new MessageFolder(settings.Recordings, services.GetRequiredService<ILogger<MessageFolder>>()))
            .AddHostedService(services => services.GetRequiredService<CallCenterService>())
            .AddVoicemail();
        builder.Services.AddSpeech(settings, data);
        builder.Services.AddPrompts();
        builder.Services.AddSetUp();
        builder.Services
            .AddSingleton(new RecordingTimes())
            .AddSingleton<RecordingKeeper>()
            .AddSingleton<ReviewKeeper>()
            .AddSingleton<Listenings>()
            .AddSingleton<Hearing>()
            .AddSingleton<PeakShelf>()
            .AddHostedService(services => services.GetRequiredService<RecordingKeeper>())
            .AddSingleton<ReportKeeper>()
            .AddHostedService(services => services.GetRequiredService<ReportKeeper>())
            .AddHostedService<MorningReport>();
        builder.Services.AddAccounts(data);
        builder.Services.AddVerto(data.Path);
        addSwitch(builder.Services);

        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        builder.Services.AddApiDocument();
        builder.Services.AddSingleton<EventFeed>();
        builder.Services.AddPanel();

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UsePageHeaders();
        app.UseWebSockets();
        app.UseAccounts(settings);
        app.MapGroup("").OpenToAll().MapHealth();
        app.MapGroup("").OpenToAll().MapDirectory(); // asks for a token of its own
        app.MapGroup("").Demands(Permission.SeeCallCenter, Reach.Own).MapLive();
        app.MapGroup("").Demands(Permission.CommandOperators, Reach.Operator).MapOperators();
        app.MapGroup("").Demands(Permission.ReadAudit).MapAudit();
        app.MapGroup("").Demands(Permission.CommandCalls, Reach.Call).MapTalks();
        app.MapGroup("").Demands(Permission.HandleCallbacks).MapCallbacks();
        app.MapGroup("").Demands(Permission.SeeCallCenter).MapHistory();
        app.MapGroup("").Demands(Permission.HandleMessages).MapVoicemail();
        app.MapGroup("").Demands(Permission.AskWhy).MapWhy();
        app.MapGroup("").Demands(Permission.AskWhy).MapWhatIf();
        app.MapGroup("").Demands(Permission.Configure).MapMail();
        app.MapGroup("").Demands(Permission.Configure).MapRepairs();
        app.MapGroup("").Demands(Permission.Configure).MapGateways();
        app.MapGroup("").Demands(Permission.HearRecordings).MapRecordings();
        app.MapGroup("").Demands(Permission.HearRecordings, Reach.Own).MapReviews();
        app.MapGroup("").Demands(Permission.Configure).MapConfiguration();
        app.MapGroup("").Demands(Permission.Configure).MapScenarios();
        app.MapGroup("").Demands(Permission.Configure).MapCalendars();
        app.MapGroup("").Demands(Permission.ReadReports).MapReports();
        app.MapGroup("").Demands(Permission.Configure).MapPrompts();
        app.MapGroup("").Demands(Permission.Configure).MapSetUp();
        app.MapGroup("").Demands(Permission.SeeCallCenter).MapEvents();
        app.MapGroup("").Demands(Permission.WorkAsOperator, Reach.Own).MapVerto();
        app.MapOpenApi();
        app.MapPanel();
        return app;
    }

    /// <summary>Serves until told to stop (SIGTERM, Ctrl+C).</summary>
    /// <exception cref="StartException">It cannot start.</exception>
    public static async Task ServeAsync(this WebApplication app, ServiceSettings settings)
    {
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            throw new StartException(
                e.InnerException is AddressInUseException
                    ? $"The page cannot be served: {settings.Http.Listen}{(settings.Https is { } https ? $" or {https.Listen}" : "")} is in use. Stop what listens there, or choose another address (Web3Tel:Http:Listen{(settings.Https is null ? "" : ", Web3Tel:Https:Listen")})."
                    : $"The service cannot start: {e.Message}",
                e);
        }

        await app.WaitForShutdownAsync().ConfigureAwait(false);
    }
}
