using System.Globalization;
using Web3Tel.Auditing;
using Web3Tel.Hours;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>How changes of scenarios and of their hours stand in the audit trail.</summary>
static class AuditedChanges
{
    /// <param name="name">The scenario's.</param>
    public static (AuditedAct Act, string Detail) Of(string name, DocumentVersion version) => version.Content.State == DocumentState.TakenOut
        ? (AuditedAct.TakeOutScenario, name)
        : (AuditedAct.PublishScenario, string.Create(CultureInfo.InvariantCulture, $"{name} {version.Number}"));

    /// <param name="calendar">As <c>scenario.calendar</c>.</param>
    /// <param name="setting">Null for what stands in the calendar.</param>
    public static (AuditedAct Act, string Detail) Of(string calendar, HandSetting? setting) => setting is null
        ? (AuditedAct.FollowCalendar, calendar)
        : (setting.Open ? AuditedAct.OpenByHand : AuditedAct.CloseByHand,
            $"{calendar} until {setting.Until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}");
}
