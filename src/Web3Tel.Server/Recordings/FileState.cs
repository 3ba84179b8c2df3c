namespace Web3Tel.Server.Recordings;

/// <summary>What is known of a recording's file.</summary>
public enum FileState : byte
{
    /// <summary>The switch may still be writing it: its size and sum are not known yet.</summary>
    Unfinished,

    /// <summary>Its size and sum are known.</summary>
    Finished,

    /// <summary>It was not there when it was looked for.</summary>
    Missing,
}
