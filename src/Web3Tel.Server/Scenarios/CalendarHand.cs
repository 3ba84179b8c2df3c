using Web3Tel.Hours;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Scenarios;

/// <summary>Opens and closes by hand what callers meet, and writes down who did.</summary>
sealed class CalendarHand(ScenarioList scenarios, CalendarsByHand byHand, CallCenterService center)
{
    /// <param name="setting">Null for what stands in the calendar.</param>
    /// <returns>Whether there is such a calendar in a scenario that calls go through.</returns>
    /// <exception cref="IOException">The disk does not let us: nothing has changed.</exception>
    public async Task<bool> Set(string scenario, string calendar, HandSetting? setting, string by, string comment)
    {
        if (scenarios.Find(scenario)?.Calendars.Any(one => one.Name == calendar) != true)
        {
            return false;
        }

        var name = $"{scenario}.{calendar}";
        await byHand.Set(name, setting, by, comment).ConfigureAwait(false);
        var (act, detail) = AuditedChanges.Of(name, setting);
        await center.Audit(act, detail, by).ConfigureAwait(false);
        return true;
    }
}
