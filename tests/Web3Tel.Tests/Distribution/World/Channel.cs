using System.Collections.Immutable;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>One call as the exchange knows it: the truth, whatever the service believes.</summary>
sealed class Channel(CallInfo info, string? phone)
{
    public CallInfo Info { get; set; } = info;

    public CallRef Ref => Info.Ref;

    /// <summary>The agent's phone for a leg to an agent; null for a caller.</summary>
    public string? Phone { get; } = phone;

    public bool IsCaller => Phone is null;

    public bool IsOfAgent => Phone?.StartsWith("user/", StringComparison.Ordinal) == true;

    /// <summary>A call of the phone that the service has not made.</summary>
    public bool IsOutside { get; init; }

    public bool Alive { get; set; } = true;

    public Channel? Peer { get; set; }

    /// <summary>The other side has hung up; this side follows in some milliseconds.</summary>
    public bool IsEnding { get; set; }

    /// <summary>The service is not told of what ends this conversation.</summary>
    public bool EndsUnheard { get; set; }

    public bool BridgeUnderWay { get; set; }

    /// <summary>Until when a leg of ours is kept though it is in no conversation.</summary>
    public DateTimeOffset KeptUntil { get; set; }

    /// <summary>A leg of ours that stays when the other side hangs up.</summary>
    public bool ParksAfterBridge { get; set; }

    /// <summary>A caller who goes round the dialplan to the service when the other side hangs up.</summary>
    public bool ComesBack { get; set; }

    /// <summary>A caller who does so when the other side is lost.</summary>
    public bool OutlivesOther { get; set; }

    /// <summary>The phone of this caller's agent was lost, and the service has not had the caller since.</summary>
    public bool IsLost { get; set; }

    /// <summary>The leg this one listens to, and ends with.</summary>
    public Channel? ListensTo { get; set; }

    /// <summary>A supervisor gave this caller another place.</summary>
    public bool WasMoved { get; set; }

    /// <summary>Rings for the queue, and has not talked to anybody yet: whom it gets is a matter of turn.</summary>
    public bool ServesQueue => !EverTalked && Info.Variables.ContainsKey(CallVariables.Offer);

    /// <summary>The service died while it held this caller, who has not come back yet.</summary>
    public bool Forsaken { get; set; }

    /// <summary>For a customer who is called back while an agent is on the line, and for who hears a notice while one is: the agent's leg.</summary>
    public CallRef? CalledFor { get; set; }

    /// <summary>A customer who is called back, from the first ring on.</summary>
    public bool IsCustomer { get; init; }

    /// <summary>What is recorded of the call, by path, and whether it is silence at the moment.</summary>
    public Dictionary<string, bool> Recordings { get; } = [];

    /// <summary>How often it was told, to the end, that it is recorded.</summary>
    public int NoticesHeard { get; set; }

    public bool EverTalked { get; set; }

    /// <summary>The caller's own connection to the service, while there is one.</summary>
    public LineCall? Connection { get; set; }

    /// <summary>Everything of the service that hears of this call.</summary>
    public List<LineCall> Listeners { get; } = [];

    public string? Queue => Info.Variables.GetValueOrDefault(CallVariables.Queue);

    /// <summary>From when the place counts.</summary>
    public DateTimeOffset? Place => Info.Variables.TryGetValue(CallVariables.Place, out var place)
        ? TimeOfJoining.FromText(place) ?? throw new FormatException($"'{place}' is no time.")
        : Joined;

    public DateTimeOffset? Joined => Info.Variables.TryGetValue(CallVariables.Joined, out var joined)
        ? TimeOfJoining.FromText(joined) ?? throw new FormatException($"'{joined}' is no time of joining.")
        : null;

    public void Set(ImmutableDictionary<string, string> variables) =>
        Info = Info with { Variables = Info.Variables.ToImmutableDictionary(StringComparer.Ordinal).SetItems(variables) };

    public void Tell(CallEvent happening)
    {
        foreach (var listener in Listeners.ToArray())
        {
            listener.Tell(happening);
        }
    }
}
