namespace Web3Tel.FreeSwitch.Gateways;

/// <summary>A gateway to a provider, as FreeSWITCH has it at this moment.</summary>
/// <param name="Name">As <c>LineOut</c> names it.</param>
/// <param name="Profile">The SIP profile it belongs to.</param>
/// <param name="Proxy">Where it calls, such as <c>sip:provider.example</c>.</param>
/// <param name="State">In FreeSWITCH's own word: <c>NOREG</c> for one that does not register, <c>REGED</c> for one that is registered, any other for one that should be.</param>
/// <param name="IsReached">Whether the provider answers, as far as FreeSWITCH asks.</param>
public sealed record Gateway(string Name, string Profile, string Proxy, string State, bool IsReached)
{
    /// <summary>Whether calls can go out.</summary>
    public bool IsWell => IsReached && (State is "NOREG" or "REGED");
}
