using Web3Tel.Agents;
using Web3Tel.Calls;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Agents' phones: some come and go, some are in other calls, some are not to be disturbed. A phone that is away costs no turn, since
/// nobody wished it; who talked elsewhere, or wished to be left alone, has not been idle and counts as idle from its end.
/// </summary>
static class Devices
{
    public static void ChangeDevice(this Decision now, Event.DeviceChanged changed)
    {
        if (now.Agent(changed.Agent) is not { } agent || (agent.Device == changed.Device && !agent.IsFoundBy(changed.Device)))
        {
            now.Ignore();
            return;
        }

        now.Set(agent with { Device = changed.Device });
        if (agent.IsFoundBy(changed.Device))
        {
            now.BecomeReady(agent.Id, now.At);
        }
        else
        {
            now.ServeAgent(agent.Id);
        }
    }

    /// <summary>Changes may have been missed: a phone that was away is believed to be there until it is heard of.</summary>
    public static void ForgetDevices(this Decision now)
    {
        foreach (var agent in now.State.Agents.Values.Where(agent => agent.Device != DeviceState.Unknown))
        {
            now.Set(agent with { Device = DeviceState.Unknown });
        }
    }

    /// <summary>What rings goes on ringing: the phone itself says whether it takes a second call.</summary>
    public static void BeginOutsideCall(this Decision now, Event.OutsideCallBegan began)
    {
        if (now.Agent(began.Agent) is not { Outside: null } agent)
        {
            now.Ignore();
            return;
        }

        now.SetOutside(agent, began.Node);
    }

    public static void EndOutsideCall(this Decision now, Event.OutsideCallEnded ended)
    {
        if (now.Agent(ended.Agent) is not { Outside: { } call } agent || call.Node != ended.Node)
        {
            now.Ignore();
            return;
        }

        now.GoOnFromNow(agent with { Outside = null });
    }

    /// <summary>What began and ended unheard, by the switch's own word.</summary>
    public static void FindOutsideCalls(this Decision now, Event.NodeSurveyed survey)
    {
        var inUse = survey.PhonesInUse.ToHashSet(StringComparer.Ordinal);
        foreach (var agent in now.State.Agents.Values)
        {
            var isInCall = inUse.Contains(agent.Settings.Destination);
            if (isInCall && agent.Outside is null)
            {
                now.SetOutside(agent, survey.Node);
            }
            else if (!isInCall && agent.Outside?.Node == survey.Node)
            {
                now.GoOnFromNow(agent with { Outside = null });
            }
        }
    }

    /// <summary>Nobody has told of its end for too long: the phone itself will say if it is still busy.</summary>
    public static void DisbelieveOutsideCall(this Decision now, Agent agent) => now.GoOnFromNow(agent with
    {
        Outside = null,
        Notice = new Notice(now.At, NoticeKind.OutsideCallTooLong),
    });

    public static void SetDoNotDisturb(this Decision now, string id, bool on)
    {
        var agent = now.Agent(id)!;
        if (!on)
        {
            now.GoOnFromNow(agent with { DoNotDisturb = null });
            return;
        }

        now.Set(agent with { DoNotDisturb = new DoNotDisturb(now.At, now.At + now.Configuration.LongestDoNotDisturb) });
        if (agent.State is AgentState.Offered offered)
        {
            now.StopRinging(offered);
        }
    }

    /// <summary>As a forgotten break: only a person can say whether the agent is still there.</summary>
    public static void EndForgottenDoNotDisturb(this Decision now, Agent agent)
    {
        now.Set(agent with
        {
            DoNotDisturb = null,
            Notice = agent.SignedIn ? new Notice(now.At, NoticeKind.DoNotDisturbTooLong) : agent.Notice,
        });
        if (agent.SignedIn)
        {
            now.SignOut(agent.Id);
        }
    }

    static void SetOutside(this Decision now, Agent agent, string node) =>
        now.Set(agent with { Outside = new OutsideCall(now.At, now.At + now.Configuration.LongestOutsideCall, node) });

    /// <summary>Who is ready has been idle from now on only.</summary>
    public static void GoOnFromNow(this Decision now, Agent agent)
    {
        now.Set(agent.State is AgentState.Ready ? agent with { State = new AgentState.Ready(now.At) } : agent);
        now.ServeAgent(agent.Id);
    }
}
