using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Tests.Storage;

/// <summary>A disk that takes nothing more of some files from a moment on: what the end of the process in that moment leaves there.</summary>
/// <param name="concerned">The files by their paths.</param>
sealed class DyingDisk(Func<string, bool> concerned)
{
    /// <summary>Asked at each write and flush of a file that is concerned; with true the disk has died.</summary>
    public Func<string, bool> DiesAt { get; set; } = _ => false;

    public bool IsDead { get; private set; }

    public PageFile Open(string path) => new DyingFile(path, this);

    public void Mend()
    {
        (IsDead, DiesAt) = (false, _ => false);
    }

    void Check(string path)
    {
        if (concerned(path) && (IsDead || DiesAt(path)))
        {
            IsDead = true;
            throw new IOException("The disk is gone");
        }
    }

    sealed class DyingFile(string path, DyingDisk disk) : PageFile(path)
    {
        public override void Write(long position, ReadOnlySpan<byte> bytes)
        {
            disk.Check(Path);
            base.Write(position, bytes);
        }

        public override void FlushToDisk()
        {
            disk.Check(Path);
            base.FlushToDisk();
        }
    }
}
