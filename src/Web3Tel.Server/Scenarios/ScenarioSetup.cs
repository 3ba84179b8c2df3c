using Web3Tel.Server.Information;

namespace Web3Tel.Server.Scenarios;

/// <summary>Scenarios, their versions, and what their steps read.</summary>
static class ScenarioSetup
{
    public static IServiceCollection AddScenarios(this IServiceCollection services) => services
        .AddSingleton<ScenarioVersions>()
        .AddSingleton<ScenarioKeeper>()
        .AddSingleton<ScenarioList>()
        .AddSingleton<CalendarsByHand>()
        .AddSingleton<CalendarHand>()
        .AddSingleton<ScenarioInformation>();
}
