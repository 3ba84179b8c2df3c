namespace Web3Tel.Server.Doctor;

/// <summary>How it stands with what was looked at.</summary>
enum Verdict
{
    Ok,

    /// <summary>The service works, but something is missing, could not be looked at, or will be trouble one day.</summary>
    Warning,

    /// <summary>Callers or operators will notice.</summary>
    Wrong,
}
