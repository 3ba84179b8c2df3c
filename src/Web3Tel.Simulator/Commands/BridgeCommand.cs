using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Commands;

/// <summary><c>uuid_bridge</c>: takes both legs out of whatever they do and joins them.</summary>
static class BridgeCommand
{
    public static string Run(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (argument.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var one, var other, ..])
        {
            return "-USAGE: <uuid> <other_uuid>\n";
        }

        if (freeSwitch.Channels.Find(one) is not { } originator || freeSwitch.Channels.Find(other) is not { } originatee
            || originator == originatee || !originator.IsAnswered && !originatee.IsAnswered)
        {
            return "-ERR Invalid uuid\n";
        }

        if (!originator.IsAnswered)
        {
            (originator, originatee) = (originatee, originator);
        }

        Bridge.Join(originator, originatee);
        return $"+OK {other}\n";
    }
}
