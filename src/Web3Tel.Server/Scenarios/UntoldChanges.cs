using System.Collections.Immutable;
using Web3Tel.Auditing;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>
/// Changes of scenarios and of their hours that are on the disk and not in the audit trail: the service died in between. There is one at most of
/// each scenario, its last, since the next one is only made when the one before was told; it is told at the start.
/// </summary>
sealed class UntoldChanges(CallCenterService center, HistoryStore history, VersionStore versions)
{
    public async Task Tell(IEnumerable<KeptScenario> scenarios)
    {
        foreach (var scenario in scenarios)
        {
            if (scenario.Last is { Content.Source: DocumentSource.Api } version)
            {
                await Tell(version, AuditedChanges.Of(scenario.Name, version)).ConfigureAwait(false);
            }
        }

        var latest = await versions.Page(CalendarsByHand.Kind, before: null, limit: 2).ConfigureAwait(false);
        if (latest is [var last, ..])
        {
            var before = latest is [_, var previous] ? CalendarsByHand.Read(previous) : ImmutableSortedDictionary<string, SetByHand>.Empty;
            var after = CalendarsByHand.Read(last);
            foreach (var calendar in after.Keys.Union(before.Keys).Order(StringComparer.Ordinal))
            {
                var (was, now) = (before.GetValueOrDefault(calendar), after.GetValueOrDefault(calendar));
                if (was != now && (now ?? was)!.Until > last.At)
                {
                    await Tell(last, AuditedChanges.Of(calendar, now?.Setting)).ConfigureAwait(false);
                }
            }
        }
    }

    async Task Tell(DocumentVersion version, (AuditedAct Act, string Detail) told)
    {
        if (!await IsTold(version, told).ConfigureAwait(false))
        {
            await center.Audit(told.Act, told.Detail, version.Content.By).ConfigureAwait(false);
        }
    }

    /// <summary>What is older than all that is remembered, where more was told before that, was told: a start has come since.</summary>
    async Task<bool> IsTold(DocumentVersion version, (AuditedAct Act, string Detail) told)
    {
        var remembered = center.Current.Audit;
        return remembered.Values.Any(record => record.At >= version.At && record.Act == told.Act && record.Detail == told.Detail && record.By == version.Content.By)
            || (!remembered.IsEmpty && remembered.Values.First().At > version.At && await history.Audited(remembered.Keys.First(), 1).ConfigureAwait(false) is { Count: > 0 });
    }
}
