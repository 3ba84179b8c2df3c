namespace Web3Tel.Server.Storage;

/// <summary>What a <see cref="DatabaseStore{TDatabase, TChange}"/> needs of the database it keeps. Used by the store's thread only.</summary>
interface IDatabase : IDisposable
{
    /// <inheritdoc cref="DatabaseFile.IsUnsettled"/>
    bool IsUnsettled { get; }

    /// <inheritdoc cref="DatabaseFile.Tidy"/>
    void Tidy();

    /// <inheritdoc cref="DatabaseFile.Abandon"/>
    void Abandon();
}
