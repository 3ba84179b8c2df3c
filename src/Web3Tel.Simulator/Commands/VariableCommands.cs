using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Commands;

/// <summary>Commands that read and write channel variables.</summary>
static class VariableCommands
{
    const string NoSuchChannel = "-ERR No such channel!\n";

    public static string Set(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (argument.Split(' ', 3) is not [var id, var name, ..] words)
        {
            return "-USAGE: <uuid> <var> [value]\n";
        }

        if (freeSwitch.Channels.Find(id) is not { } channel)
        {
            return NoSuchChannel;
        }

        channel.Variables[name] = words.ElementAtOrDefault(2);
        return "+OK\n";
    }

    /// <summary><c>uuid a=1;b=2</c>.</summary>
    public static string SetMany(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (argument.Split(' ', 2) is not [var id, var list])
        {
            return "-USAGE: <uuid> <var>=<value>;<var>=<value>...\n";
        }

        if (freeSwitch.Channels.Find(id) is not { } channel)
        {
            return NoSuchChannel;
        }

        foreach (var pair in list.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            Set(channel, pair);
        }

        return "+OK\n";
    }

    public static string Get(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (argument.Split(' ') is not [var id, var name, ..])
        {
            return "-USAGE: <uuid> <var>\n";
        }

        return freeSwitch.Channels.Find(id) is { } channel ? channel.Variables[name] ?? "_undef_" : NoSuchChannel;
    }

    static void Set(Channel channel, string pair)
    {
        var parts = pair.Split('=', 2);
        channel.Variables[parts[0]] = parts.ElementAtOrDefault(1);
    }
}
