using Web3Tel.Calls;

namespace Web3Tel.Distribution.Rules;

/// <summary>Agents' phones that come and go. Whoever is ready keeps the turn meanwhile.</summary>
static class Devices
{
    public static void ChangeDevice(this Decision now, Event.DeviceChanged changed)
    {
        if (now.Agent(changed.Agent) is not { } agent || agent.Device == changed.Device)
        {
            now.Ignore();
            return;
        }

        now.Set(agent with { Device = changed.Device });
        now.ServeAgent(agent.Id);
    }

    /// <summary>Changes may have been missed: a phone that was away is believed to be there until it is heard of.</summary>
    public static void ForgetDevices(this Decision now)
    {
        foreach (var agent in now.State.Agents.Values.Where(agent => agent.Device != DeviceState.Unknown))
        {
            now.Set(agent with { Device = DeviceState.Unknown });
        }
    }
}
