using Web3Tel.Auditing;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Auditing;

/// <summary>The audit trail, newest first. What has just been commanded is in the state, and not yet in the history.</summary>
static class AuditTrailPages
{
    /// <summary>Records looked at for one page: who searches for what is rare goes on from there.</summary>
    const int MostLookedAt = 20_000;

    const int AtOnce = 1_000;

    /// <param name="before">Number of the last record one has.</param>
    /// <param name="limit">How many at most.</param>
    public static async Task<AuditRecord[]> Audited(this CallCenterService center, long before, int limit)
    {
        var recent = center.Current.Audit;
        AuditRecord[] found = [.. recent.Values.Reverse().Where(record => record.Number < before).Take(limit)];
        if (found.Length == limit)
        {
            return found;
        }

        var older = Math.Min(before, recent.IsEmpty ? long.MaxValue : recent.First().Key);
        return [.. found, .. await center.History.Audited(older, limit - found.Length).ConfigureAwait(false)];
    }

    /// <summary>Those that are wanted.</summary>
    /// <returns>And before which number to go on; null at the end.</returns>
    public static async Task<(IReadOnlyList<AuditRecord> Found, long? GoOn)> Audited(this CallCenterService center, long before, int limit, Func<AuditRecord, bool> isWanted)
    {
        var found = new List<AuditRecord>();
        for (var lookedAt = 0; lookedAt < MostLookedAt; lookedAt += AtOnce)
        {
            var page = await center.Audited(before, AtOnce).ConfigureAwait(false);
            foreach (var record in page)
            {
                before = record.Number;
                if (isWanted(record))
                {
                    found.Add(record);
                    if (found.Count == limit)
                    {
                        return (found, before);
                    }
                }
            }

            if (page.Length < AtOnce)
            {
                return (found, null);
            }
        }

        return (found, before);
    }
}
