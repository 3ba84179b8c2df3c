namespace Web3Tel.Server.Recordings;

/// <summary>What happens to the index.</summary>
abstract record RecordingChange
{
    private RecordingChange()
    {
    }

    /// <summary>A recording is there, or more is known of its call.</summary>
    public sealed record Put(Recording Recording) : RecordingChange;

    /// <summary>More is known of a file.</summary>
    public sealed record Look(string Id, FileState File, long Size, string Sha256) : RecordingChange;

    /// <summary>A recording is no more.</summary>
    public sealed record Remove(string Id) : RecordingChange;

    /// <summary>See <see cref="RecordingMark.Through"/>; never goes back.</summary>
    public sealed record Through(long Number) : RecordingChange;

    /// <summary>What ended up to this entry of the journal should be here; if it is not, the index is not whole.</summary>
    public sealed record Expect(long Number) : RecordingChange;

    /// <summary>All has been brought from the history.</summary>
    public sealed record Fill : RecordingChange;

    /// <summary>What operators are called.</summary>
    public sealed record Name(IReadOnlyDictionary<string, string> Names) : RecordingChange;
}
