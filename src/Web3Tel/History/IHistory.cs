using Web3Tel.Auditing;

namespace Web3Tel.History;

/// <summary>Where ended calls and obeyed commands go.</summary>
public interface IHistory
{
    /// <summary>
    /// Adds the entry, or replaces the one with the same id (it comes once more when the agent's wrap-up is over).
    /// Returns at once; never throws.
    /// </summary>
    void Put(HistoryEntry entry);

    /// <summary>Adds what was commanded; the same number again changes nothing. Returns at once; never throws.</summary>
    void Put(AuditRecord record);
}
