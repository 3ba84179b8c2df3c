namespace Web3Tel.Server.Storage;

/// <summary>The data file of a database. LiteDB writes it at checkpoints only, on the caller's thread, and flushes before it clears the log.</summary>
sealed class DataStream(PageFile file) : PageStream
{
    public override long Length => file.Length;

    public override void SetLength(long value) => file.Truncate(value);

    public override void Flush() => file.FlushToDisk();

    protected override int ReadAt(long position, Span<byte> into) => file.Read(position, into);

    protected override void WriteAt(long position, ReadOnlySpan<byte> bytes) => file.Write(position, bytes);
}
