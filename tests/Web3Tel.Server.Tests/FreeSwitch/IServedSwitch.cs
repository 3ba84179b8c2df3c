namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A FreeSWITCH that a service can be put beside: where each listens, and where it records to. Its password is <see cref="RealFreeSwitch.Password"/>.</summary>
interface IServedSwitch
{
    int EventSocketPort { get; }

    /// <summary>Where it expects the service for its calls.</summary>
    int ServicePort { get; }

    /// <summary>Where it expects the service's page.</summary>
    int PagePort { get; }

    string Recordings { get; }
}
