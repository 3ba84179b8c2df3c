using LiteDB;
using LiteDB.Engine;

namespace Web3Tel.Server.Storage;

/// <summary>
/// One LiteDB file with its log, used by one thread only. What was committed is on the disk when <see cref="Settle"/> returns; LiteDB alone
/// does not promise that at any moment (<see cref="CommitLog"/>).
/// </summary>
sealed class DatabaseFile : IDisposable
{
    /// <summary>The log is copied into the data file when it has grown to this many bytes (1,000 pages, as LiteDB does by itself).</summary>
    const long CheckpointAt = 1000 * 8192;

    readonly PageFile data;
    readonly PageFile logFile;
    readonly CommitLog log;
    readonly LiteDatabase database;
    long settled;

    /// <summary>Opens the file, or makes a new one.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    /// <exception cref="LiteException">The file is not one of ours, or damaged.</exception>
    public DatabaseFile(string path, Func<string, PageFile> open)
    {
        Path = path;
        data = open(path);
        try
        {
            logFile = open(LogOf(path));
            log = new CommitLog(logFile);
            database = new LiteDatabase(new LiteEngine(new EngineSettings
            {
                DataStream = new DataStream(data),
                LogStream = log,
                Collation = Collation.Binary,
            }));
            CheckpointOnlyWhenAsked();
        }
        catch
        {
            log?.Dispose();
            logFile?.Dispose();
            data.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The log of a LiteDB file, which belongs to it: they are moved and deleted together, never one alone.</summary>
    public static string LogOf(string path) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, $"{System.IO.Path.GetFileNameWithoutExtension(path)}-log{System.IO.Path.GetExtension(path)}");

    public ILiteCollection<BsonDocument> Collection(string name) => database.GetCollection(name, BsonAutoId.Int64);

    /// <summary>Whether the file has such a collection.</summary>
    public bool Has(string name) => database.CollectionExists(name);

    /// <summary>Whether what was committed last is not on the disk yet: <see cref="Settle"/> brings it there.</summary>
    public bool IsUnsettled { get; private set; }

    /// <summary>
    /// Carries out the writes (one at least) as one transaction. It is on the disk after <see cref="Settle"/>. After an exception the
    /// file must be abandoned and opened again.
    /// </summary>
    public void Commit(Action write)
    {
        settled = IsUnsettled ? settled : log.Length;
        log.ExpectCommit();
        database.BeginTrans();
        write();
        database.Commit();
        log.AwaitCommit();
        IsUnsettled = true;
    }

    /// <summary>Returns when all that was committed is on the disk. After an exception it can be called again.</summary>
    /// <exception cref="IOException">The disk is full, gone or broken.</exception>
    public void Settle()
    {
        if (IsUnsettled)
        {
            log.Settle();
            IsUnsettled = false;
        }
    }

    /// <summary>
    /// Gives up what was committed and is not surely on the disk, for who must not be told that it failed and find it there later. Afterwards
    /// the file must be abandoned and opened again.
    /// </summary>
    /// <exception cref="IOException">The disk does not even let us take it back: it may be there.</exception>
    public void TakeBack()
    {
        if (IsUnsettled)
        {
            log.SetLength(settled);
            IsUnsettled = false;
        }
    }

    /// <summary>Copies the log into the data file when it has grown long. After an exception the file must be abandoned and opened again.</summary>
    public void Tidy()
    {
        if (log.Length >= CheckpointAt)
        {
            database.Checkpoint();
        }
    }

    /// <summary>Closes in good order: afterwards the data file is whole by itself.</summary>
    /// <exception cref="IOException">The disk does not let us; the file is closed all the same.</exception>
    public void Dispose()
    {
        try
        {
            Settle();
            database.Checkpoint();
        }
        finally
        {
            Abandon();
        }
    }

    /// <summary>Closes as it is: what is on the disk stays as it would after a power cut.</summary>
    public void Abandon()
    {
        database.Dispose();
        var empty = logFile.Length == 0;
        log.Dispose();
        logFile.Dispose();
        data.Dispose();
        if (empty)
        {
            File.Delete(LogOf(Path));
        }
    }

    /// <summary>An automatic checkpoint would run inside a commit, and fail it for reasons of its own.</summary>
    void CheckpointOnlyWhenAsked()
    {
        if (database.CheckpointSize != 0)
        {
            log.ExpectCommit();
            database.CheckpointSize = 0;
            log.AwaitCommit();
            log.Settle();
        }
    }
}
