using Microsoft.Win32.SafeHandles;

namespace Web3Tel.Server.Storage;

/// <summary>Bytes on a disk: positional reads and writes, and the flush after which they outlive a power cut.</summary>
class PageFile : IDisposable
{
    readonly SafeFileHandle handle;

    public PageFile(string path)
    {
        Path = path;
        handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    public string Path { get; }

    public long Length => RandomAccess.GetLength(handle);

    public int Read(long position, Span<byte> into) => RandomAccess.Read(handle, into, position);

    /// <exception cref="IOException">The disk is full, gone or broken.</exception>
    public virtual void Write(long position, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, position);

    /// <exception cref="IOException">The disk is full, gone or broken.</exception>
    public virtual void Truncate(long length) => RandomAccess.SetLength(handle, length);

    /// <summary>Returns when the disk has everything written so far.</summary>
    /// <exception cref="IOException">It has not.</exception>
    public virtual void FlushToDisk() => RandomAccess.FlushToDisk(handle);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            handle.Dispose();
        }
    }
}
