namespace Web3Tel.Server.Versions;

/// <summary>Where a version comes from.</summary>
enum DocumentSource
{
    /// <summary>The settings of the service, at its start.</summary>
    Settings,

    /// <summary>Somebody, while the service ran.</summary>
    Api,
}
