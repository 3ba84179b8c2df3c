namespace Web3Tel.Callers;

/// <summary>Something remembered of a caller after the call.</summary>
public interface IRemembered
{
    /// <summary>What it is found by.</summary>
    string Key { get; }

    /// <summary>When it is forgotten.</summary>
    DateTimeOffset Until { get; }
}
