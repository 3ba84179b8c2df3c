using System.Collections.Immutable;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>The scenarios as they are now.</summary>
sealed class ScenarioList(ScenarioVersions versions, CalendarsByHand byHand, CurrentSettings settings, TimeProvider time)
{
    public IEnumerable<ListedScenario> All => versions.All.Values.Select(Listed);

    public ListedScenario? Find(string name) => versions.All.GetValueOrDefault(name) is { } kept ? Listed(kept) : null;

    ListedScenario Listed(KeptScenario kept)
    {
        var set = settings.Value;
        return new ListedScenario(
            kept.Name,
            kept.Valid?.Number,
            kept.Valid?.At,
            kept.Valid?.Content.By,
            kept.Valid?.Content.Comment,
            kept.Valid?.Content.Source,
            kept.Draft?.Number,
            [.. set.CallCenter.Lines.Where(line => line.Scenario == kept.Name).Select(line => line.Number)],
            kept.Live is { } live ? [.. live.Calendars.Select(calendar => Listed(set, live, calendar.Key, calendar.Value))] : []);
    }

    ListedCalendar Listed(ServiceSettings settings, Scenario scenario, string name, Calendar calendar)
    {
        var set = byHand.Of($"{scenario.Name}.{name}");
        var now = set?.Setting ?? (calendar.ByHand is { } written && written.Until > time.GetUtcNow() ? written : null);
        var hours = calendar.At(settings.TimeZone, now);
        return new ListedCalendar(name, hours.IsOpen(time.GetUtcNow()), now?.Open, now?.Until, set?.By, set?.Comment, hours.Zone.Id);
    }
}

/// <summary>A scenario.</summary>
/// <param name="Version">The version that calls go through; null for none: it was never published, or has been taken out.</param>
/// <param name="Since">When that was published.</param>
/// <param name="By">Who did.</param>
/// <param name="Comment">Why.</param>
/// <param name="Draft">The version of a draft later than that; null for none.</param>
/// <param name="Lines">The numbers that lead to it.</param>
/// <param name="Calendars">Its opening hours.</param>
sealed record ListedScenario(
    string Name,
    int? Version,
    DateTimeOffset? Since,
    string? By,
    string? Comment,
    DocumentSource? Source,
    int? Draft,
    ImmutableArray<string> Lines,
    ImmutableArray<ListedCalendar> Calendars)
{
    /// <summary>The same for the same, lists included; nobody else's business, so that it is in no answer.</summary>
    internal string Compared => $"{Version} {Draft} {string.Join(',', Lines)} {string.Join(',', Calendars)}";
}

/// <summary>A calendar of a scenario.</summary>
/// <param name="IsOpen">Whether it is open now, by its own time zone, or that of the service where it has none.</param>
/// <param name="ByHand">Whether somebody has opened (true) or closed it; null where the calendar counts.</param>
/// <param name="Until">When the calendar counts again.</param>
/// <param name="By">Who has; null where the calendar counts, or a hand that is written in the scenario.</param>
/// <param name="Comment">Why.</param>
/// <param name="TimeZone">Whose clock its hours are of.</param>
sealed record ListedCalendar(string Name, bool IsOpen, bool? ByHand, DateTimeOffset? Until, string? By, string? Comment, string TimeZone);
