namespace Web3Tel.History;

/// <summary>Where ended calls go.</summary>
public interface IHistory
{
    /// <summary>
    /// Adds the entry, or replaces the one with the same id (it comes once more when the agent's wrap-up is over).
    /// Returns at once; never throws.
    /// </summary>
    void Put(HistoryEntry entry);
}
