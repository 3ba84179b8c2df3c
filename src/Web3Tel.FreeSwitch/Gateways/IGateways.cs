namespace Web3Tel.FreeSwitch.Gateways;

/// <summary>A switch that tells of its gateways to providers.</summary>
public interface IGateways
{
    /// <summary>Those of each FreeSWITCH, whenever something of them has changed, and once at first.</summary>
    IObservable<NodeGateways> Gateways { get; }
}
