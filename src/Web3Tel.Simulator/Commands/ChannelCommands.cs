using System.Buffers;
using System.Text;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Commands;

/// <summary>Commands to one channel.</summary>
static class ChannelCommands
{
    const string NoSuchChannel = "-ERR No such channel!\n";
    const string Done = "+OK\n";

    public static string Kill(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var words = Words(argument);
        if (words.Length == 0)
        {
            return "-USAGE: <uuid> [cause]\n";
        }

        if (freeSwitch.Channels.Find(words[0]) is not { } channel)
        {
            return NoSuchChannel;
        }

        HangingUp.Hangup(channel, Cause.Parse(words.ElementAtOrDefault(1)));
        return Done;
    }

    public static string HangupAll(SimulatedFreeSwitch freeSwitch, string cause)
    {
        foreach (var channel in freeSwitch.Channels.All)
        {
            HangingUp.Hangup(channel, cause.Length > 0 ? Cause.Parse(cause) : Cause.ManagerRequest);
        }

        return $"+OK hangup all channels with cause {(cause.Length > 0 ? cause : Cause.ManagerRequest)}\n";
    }

    public static string Break(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var words = Words(argument);
        if (words.Length == 0)
        {
            return "-USAGE: <uuid> [all]\n";
        }

        if (freeSwitch.Channels.Find(words[0]) is not { } channel)
        {
            return NoSuchChannel;
        }

        channel.Switch.After(TimeSpan.Zero, () => channel.Execution.Break(all: words.Contains("all")));
        return Done;
    }

    public static string Exists(SimulatedFreeSwitch freeSwitch, string argument) =>
        freeSwitch.Channels.Find(argument) is null ? "false" : "true";

    /// <summary>Plays a file, or executes <c>app::data</c>, on top of what runs.</summary>
    public static string Broadcast(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var words = Words(argument);
        if (words.Length < 2)
        {
            return "-USAGE: <uuid> <path> [aleg|bleg|holdb|both]\n";
        }

        if (freeSwitch.Channels.Find(words[0]) is not { } channel)
        {
            return "-ERR invalid uuid\n";
        }

        var (application, data) = words[1].Split("::", 2) is [var name, var rest] ? (name, rest) : ("playback", words[1]);
        channel.Execution.Post(new SendMessage("execute", application, data));
        return "+OK Message sent\n";
    }

    /// <summary>Plays over the channel without any event.</summary>
    public static string Displace(SimulatedFreeSwitch freeSwitch, string argument) =>
        freeSwitch.Channels.Find(Words(argument).FirstOrDefault("")) is null ? "-ERR Cannot locate session!\n" : "+OK Success\n";

    public static string Record(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (Words(argument) is not [var id, var action, var path, .. var more])
        {
            return "-USAGE: <uuid> [start|stop|mask|unmask] <path> [<limit>] [<recording_vars>]\n";
        }

        if (freeSwitch.Channels.Find(id) is not { } channel)
        {
            return "-ERR Cannot locate session!\n";
        }

        return action switch
        {
            "start" => RecordingSession.Start(channel, path, more.ElementAtOrDefault(1) ?? "") ? "+OK Success\n" : "-ERR Cannot record session!\n",
            "stop" => StopRecording(channel, path) ? "+OK Success\n" : "-ERR Cannot stop record session!\n",
            "mask" => channel.Recordings.Mask(path, freeSwitch.Now, on: true) ? "+OK Success\n" : "-ERR Cannot mask recording session!\n",
            "unmask" => channel.Recordings.Mask(path, freeSwitch.Now, on: false) ? "+OK Success\n" : "-ERR Cannot unmask recording session!\n",
            _ => "+OK Success\n",
        };
    }

    public static string Transfer(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var words = Words(argument);
        if (words.Length < 2)
        {
            return "-USAGE: <uuid> [-bleg|-both] <dest-exten> [<dialplan>] [<context>]\n";
        }

        if (freeSwitch.Channels.Find(words[0]) is not { } channel)
        {
            return NoSuchChannel;
        }

        var where = words.Skip(1).Where(word => !word.StartsWith('-')).ToArray();
        Lifecycle.Transfer(channel, where[0], where.ElementAtOrDefault(1));
        return Done;
    }

    public static string Dump(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (freeSwitch.Channels.Find(Words(argument).FirstOrDefault("")) is not { } channel)
        {
            return NoSuchChannel;
        }

        var text = new ArrayBufferWriter<byte>(0x2000);
        freeSwitch.EventWriter.WriteBare(new ChannelEvent(EventKind.Dump, channel, [], []), freeSwitch.Events.Sequence, text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    static bool StopRecording(Channel channel, string path)
    {
        var stopped = false;
        foreach (var recording in path == "all" ? channel.Recordings.Paths : [path])
        {
            stopped |= RecordingSession.Stop(channel, recording);
        }

        return stopped;
    }

    static string[] Words(string argument) => argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
