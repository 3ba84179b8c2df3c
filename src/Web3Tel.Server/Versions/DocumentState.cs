namespace Web3Tel.Server.Versions;

/// <summary>What a version is for.</summary>
enum DocumentState
{
    /// <summary>Kept, and not valid.</summary>
    Draft,

    /// <summary>Valid from then on, until the next one is published.</summary>
    Published,

    /// <summary>From then on none is valid, until one is published.</summary>
    TakenOut,
}
