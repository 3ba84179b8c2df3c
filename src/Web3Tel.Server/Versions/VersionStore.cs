using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Versions;

/// <summary>
/// Documents that change while the service runs, each with all its versions. One is added when it is on the disk, or not at all: nobody is
/// told that it failed and finds it valid later.
/// </summary>
sealed class VersionStore : DatabaseAccess<VersionFile>
{
    readonly TimeProvider time;
    readonly ILogger logger;

    VersionStore(StorageOptions options, ILogger logger)
        : base("versions", options)
    {
        time = options.Time;
        this.logger = logger;
    }

    /// <summary>Opens <c>versions.db</c> of the data folder; a damaged one is put aside and what can be read of it taken over.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<VersionStore> Open(StorageOptions options, ILogger logger)
    {
        var store = new VersionStore(options, logger);
        await store.BeOpen().ConfigureAwait(false);
        return store;
    }

    /// <summary>Adds a version and returns when it is on the disk.</summary>
    /// <param name="above">Its number is higher than this: what was published once keeps its number, be the file lost.</param>
    /// <exception cref="IOException">The disk does not let us: there is no such version.</exception>
    public async Task<DocumentVersion> Append(Draft draft, int above = 0) => (await Append([draft], _ => above).ConfigureAwait(false))[0];

    /// <summary>Adds a version of each of several kinds, all of them or none, and returns when they are on the disk.</summary>
    /// <param name="above">The number of each is higher than this.</param>
    /// <exception cref="IOException">The disk does not let us: there are no such versions.</exception>
    public Task<IReadOnlyList<DocumentVersion>> Append(IReadOnlyList<Draft> drafts, Func<Draft, int> above) => Read<IReadOnlyList<DocumentVersion>>(open =>
    {
        DocumentVersion[] versions = [.. drafts.Select(draft => new DocumentVersion(Math.Max(above(draft), open.Last(draft.Kind, state: null)?.Number ?? 0) + 1, time.GetUtcNow(), draft))];
        open.Append(versions);
        return versions;
    });

    /// <summary>The valid one: the last that was published; null when none was.</summary>
    public Task<DocumentVersion?> Published(string kind) => Read(open => open.Last(kind, DocumentState.Published));

    /// <summary>Of all kinds, each kind's in order.</summary>
    public Task<IReadOnlyList<DocumentVersion>> All() => Read<IReadOnlyList<DocumentVersion>>(open => [.. open.All()]);

    public Task<DocumentVersion?> Find(string kind, int number) => Read(open => open.Find(kind, number));

    /// <summary>The newest versions, or those before a number, newest first.</summary>
    public Task<IReadOnlyList<DocumentVersion>> Page(string kind, int? before, int limit) =>
        Read<IReadOnlyList<DocumentVersion>>(open => [.. open.Page(kind, before, limit)]);

    /// <inheritdoc/>
    protected override VersionFile Open(string file, Func<string, PageFile> open) => VersionFile.OpenChecked(file, open);

    /// <inheritdoc/>
    protected override VersionFile BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        var found = VersionFile.Salvage(aside, open, fault => Log.SalvageEnded(logger, aside, fault.Message));
        var another = VersionFile.OpenChecked(file, open);
        try
        {
            if (found.Count > 0)
            {
                another.Append(found);
            }
        }
        catch
        {
            another.Abandon();
            throw;
        }

        Log.VersionsDamaged(logger, file, aside, found.Count, why);
        return another;
    }
}
