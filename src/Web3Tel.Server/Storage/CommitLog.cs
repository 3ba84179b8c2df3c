namespace Web3Tel.Server.Storage;

/// <summary>
/// The log file of a database. LiteDB 5.0.20's <c>Commit</c> returns when the pages are in the queue of a writer thread of its own:
/// not written yet, not flushed; and an error on that thread closes the engine or hangs it. So pages that LiteDB writes stay in memory
/// here, and <see cref="Settle"/> brings them to the disk on the storage thread, where an error is met and can be tried again.
/// </summary>
sealed class CommitLog(PageFile file) : PageStream
{
    /// <summary>Where a page says that it is the last one of a committed transaction.</summary>
    const int ConfirmedOffset = 18;

    static readonly TimeSpan WriterPatience = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly ManualResetEventSlim confirmation = new();
    readonly SortedDictionary<long, byte[]> pending = [];
    long length = file.Length;

    public override long Length
    {
        get
        {
            lock (gate)
            {
                return length;
            }
        }
    }

    /// <summary>Nothing: what LiteDB's writer flushes is not what anybody waits for.</summary>
    public override void Flush()
    {
    }

    public override void SetLength(long value)
    {
        lock (gate)
        {
            file.Truncate(value);
            pending.Clear();
            length = value;
        }
    }

    /// <summary>Called before a transaction, so that <see cref="AwaitCommit"/> waits for that one.</summary>
    public void ExpectCommit() => confirmation.Reset();

    /// <summary>Returns when LiteDB's writer thread has handed over the last page of the transaction.</summary>
    /// <exception cref="TimeoutException">It has not: the writer thread is gone.</exception>
    public void AwaitCommit()
    {
        if (!confirmation.Wait(WriterPatience))
        {
            throw new TimeoutException($"LiteDB has not written the end of a transaction to {file.Path} in {WriterPatience.TotalSeconds} s.");
        }
    }

    /// <summary>Returns when the disk has every page handed over. After a failure the pages are still here: call again.</summary>
    /// <exception cref="IOException">The disk is full, gone or broken.</exception>
    public void Settle()
    {
        lock (gate)
        {
            foreach (var (position, page) in pending)
            {
                file.Write(position, page);
            }

            file.FlushToDisk();
            pending.Clear();
        }
    }

    protected override int ReadAt(long position, Span<byte> into)
    {
        lock (gate)
        {
            if (!pending.TryGetValue(position, out var page))
            {
                return file.Read(position, into);
            }

            page.AsSpan(0, into.Length).CopyTo(into);
            return into.Length;
        }
    }

    protected override void WriteAt(long position, ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            pending[position] = bytes.ToArray();
            length = Math.Max(length, position + bytes.Length);
        }

        if (bytes[ConfirmedOffset] != 0)
        {
            confirmation.Set();
        }
    }

    protected override void Dispose(bool disposing)
    {
        confirmation.Dispose();
        base.Dispose(disposing);
    }
}
