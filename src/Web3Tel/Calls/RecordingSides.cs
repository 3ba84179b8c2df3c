namespace Web3Tel.Calls;

/// <summary>On which side of a recording who is heard.</summary>
public enum RecordingSides
{
    /// <summary>Both on one: mono.</summary>
    Together,

    /// <summary>Stereo: whose call is recorded on the left, the other on the right.</summary>
    OwnLeft,

    /// <summary>Stereo: whose call is recorded on the right, the other on the left.</summary>
    OwnRight,
}
