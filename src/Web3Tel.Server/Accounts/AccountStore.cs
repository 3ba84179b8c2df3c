using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Accounts;

/// <summary>Keeps the roll. A change is on the disk, or not made at all.</summary>
sealed class AccountStore : DatabaseAccess<AccountFile>
{
    readonly ILogger logger;

    AccountStore(StorageOptions options, ILogger logger)
        : base("accounts", options) => this.logger = logger;

    /// <summary>Opens <c>accounts.db</c> of the data folder; a damaged one is put aside and what can be read of it taken over.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<AccountStore> Open(StorageOptions options, ILogger logger)
    {
        var store = new AccountStore(options, logger);
        await store.BeOpen().ConfigureAwait(false);
        return store;
    }

    public Task<Roll> Read() => Read(open => open.Read());

    /// <exception cref="IOException">The disk does not let us: nothing has changed.</exception>
    public Task Write(Roll before, Roll after) => Read(open =>
    {
        open.Write(before, after);
        return true;
    });

    /// <inheritdoc/>
    protected override AccountFile Open(string file, Func<string, PageFile> open) => AccountFile.OpenChecked(file, open);

    /// <inheritdoc/>
    protected override AccountFile BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        var found = AccountFile.Salvage(aside, open, fault => Log.SalvageEnded(logger, aside, fault.Message));
        var another = AccountFile.OpenChecked(file, open);
        try
        {
            another.Write(Roll.Empty, found);
        }
        catch
        {
            another.Abandon();
            throw;
        }

        Log.AccountsDamaged(logger, file, aside, found.Accounts.Count, why);
        return another;
    }
}
