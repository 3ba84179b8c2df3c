using System.Globalization;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Applications;

/// <summary>Holds the call in silence until somebody does something with it, or <c>park_timeout</c> runs out.</summary>
sealed class ParkApplication : Application
{
    protected override void Start()
    {
        if (Channel.Variables["park_timeout"] is { } timeout)
        {
            Channel.Variables["park_timeout"] = null;
            var parts = timeout.Split(':', 2);
            if (int.TryParse(parts[0], CultureInfo.InvariantCulture, out var seconds))
            {
                var cause = Cause.Parse(parts.ElementAtOrDefault(1));
                After(TimeSpan.FromSeconds(seconds), () => HangingUp.Hangup(Channel, cause));
            }
        }

        Channel.Fire(EventKind.Park);
    }

    public override void Interrupt()
    {
        Channel.Fire(EventKind.Unpark);
        Finish();
    }
}
