using System.Globalization;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>Recording of a conversation beside whatever else happens on the channel.</summary>
static class RecordingSession
{
    const int SamplesPerMillisecond = 8;
    const int WavHeader = 44;

    public static bool Start(Channel channel, string path)
    {
        if (!channel.Recordings.Start(path, channel.Switch.Now))
        {
            return false;
        }

        channel.Fire(EventKind.RecordStart, Header.Of(HeaderName.RecordFilePath, path));
        return true;
    }

    public static bool Stop(Channel channel, string path)
    {
        if (!channel.Recordings.Stop(path, out var began))
        {
            return false;
        }

        var milliseconds = (long)(channel.Switch.Now - began).TotalMilliseconds;
        var samples = milliseconds * SamplesPerMillisecond;
        channel.Variables["record_file_size"] = Text((samples * 2) + WavHeader);
        channel.Variables["record_samples"] = Text(samples);
        channel.Variables["record_seconds"] = Text(milliseconds / 1000);
        channel.Variables["record_ms"] = Text(milliseconds);
        channel.Variables["record_completion_cause"] = "success-silence";
        channel.Fire(EventKind.RecordStop, Header.Of(HeaderName.RecordFilePath, path));
        return true;
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
