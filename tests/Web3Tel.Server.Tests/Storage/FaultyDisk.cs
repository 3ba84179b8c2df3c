using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Tests.Storage;

/// <summary>A disk that can be full, and that can take its time.</summary>
sealed class FaultyDisk : IDisposable
{
    readonly ManualResetEventSlim flushesPass = new(true);
    readonly ManualResetEventSlim flushHeld = new();
    volatile bool full;

    public bool Full
    {
        get => full;
        set => full = value;
    }

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

    void CheckSpace()
    {
        if (Full)
        {
            throw new IOException("No space left on device");
        }
    }

    sealed class FaultyFile(string path, FaultyDisk disk) : PageFile(path)
    {
        public override void Write(long position, ReadOnlySpan<byte> bytes)
        {
            disk.CheckSpace();
            base.Write(position, bytes);
        }

        public override void FlushToDisk()
        {
            disk.CheckSpace();
            disk.AwaitPass();
            base.FlushToDisk();
        }
    }
}
