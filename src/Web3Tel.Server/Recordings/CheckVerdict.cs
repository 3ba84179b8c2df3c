namespace Web3Tel.Server.Recordings;

enum CheckVerdict
{
    /// <summary>The file is what it was when it was finished.</summary>
    Same,

    /// <summary>It is not.</summary>
    Changed,

    /// <summary>There is no file.</summary>
    Missing,

    /// <summary>There is nothing to compare it with yet.</summary>
    Unfinished,
}
