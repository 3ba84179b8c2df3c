using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Tests.Storage;

/// <summary>A disk that can be full, and that can take its time.</summary>
/// <param name="concerned">The files it has no room for when it is full, by their paths; null for all.</param>
sealed class FaultyDisk(Func<string, bool>? concerned = null) : IDisposable
{
    readonly ManualResetEventSlim flushesPass = new(true);
    readonly ManualResetEventSlim flushHeld = new();
    volatile bool full;

    public bool Full
    {
        get => full;
        set => full = value;
    }

    /// <summary>Asked at each write and flush of a file that is concerned: with true it is full from then on.</summary>
    public Func<string, bool> FillsUpAt { get; set; } = _ => false;

    public PageFile Open(string path) => new FaultyFile(path, this);

    public void HoldFlushes() => flushesPass.Reset();

    /// <summary>Returns when a flush waits, or false when none has come in time.</summary>
    public bool AwaitHeldFlush() => flushHeld.Wait(TimeSpan.FromSeconds(30));

    public void LetFlushesPass() => flushesPass.Set();

    public void Dispose()
    {
        flushesPass.Dispose();
        flushHeld.Dispose();
    }

    void AwaitPass()
    {
        if (!flushesPass.IsSet)
        {
            flushHeld.Set();
            flushesPass.Wait();
        }
    }

    /// <summary>There is room again.</summary>
    public void Mend() => (Full, FillsUpAt) = (false, _ => false);

    void CheckSpace(string path)
    {
        if (concerned?.Invoke(path) == false)
        {
            return;
        }

        Full |= FillsUpAt(path);
        if (Full)
        {
            throw new IOException("No space left on device");
        }
    }

    sealed class FaultyFile(string path, FaultyDisk disk) : PageFile(path)
    {
        public override void Write(long position, ReadOnlySpan<byte> bytes)
        {
            disk.CheckSpace(Path);
            base.Write(position, bytes);
        }

        public override void FlushToDisk()
        {
            disk.CheckSpace(Path);
            disk.AwaitPass();
            base.FlushToDisk();
        }
    }
}
