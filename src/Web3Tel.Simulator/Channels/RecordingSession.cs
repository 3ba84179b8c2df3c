using System.Globalization;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>Recording of a conversation beside whatever else happens on the channel.</summary>
static class RecordingSession
{
    const int SamplesPerMillisecond = 8;
    const int WavHeader = 44;
    static readonly string[] Stereo = ["RECORD_STEREO", "RECORD_STEREO_SWAP"];

    /// <param name="variables">For this recording only, such as <c>{RECORD_STEREO=true}</c>; those of the channel count, too.</param>
    public static bool Start(Channel channel, string path, string variables = "")
    {
        var inStereo = Array.Exists(Stereo, name => IsTrue(channel, variables, name));
        if (!channel.Recordings.Start(path, channel.Switch.Now, inStereo))
        {
            return false;
        }

        channel.Fire(EventKind.RecordStart, Header.Of(HeaderName.RecordFilePath, path));
        return true;
    }

    public static bool Stop(Channel channel, string path)
    {
        if (channel.Recordings.Stop(path, channel.Switch.Now) is not { } sound)
        {
            return false;
        }

        channel.Switch.Options.Recorded?.Invoke(sound);
        var milliseconds = (long)sound.Length.TotalMilliseconds;
        var samples = milliseconds * SamplesPerMillisecond;
        channel.Variables["record_file_size"] = Text((samples * (sound.IsStereo ? 4 : 2)) + WavHeader);
        channel.Variables["record_samples"] = Text(samples);
        channel.Variables["record_seconds"] = Text(milliseconds / 1000);
        channel.Variables["record_ms"] = Text(milliseconds);
        channel.Variables["record_completion_cause"] = "success-silence";
        channel.Fire(EventKind.RecordStop, Header.Of(HeaderName.RecordFilePath, path));
        return true;
    }

    static bool IsTrue(Channel channel, string variables, string name) =>
        variables.Trim('{', '}').Split(',').Contains($"{name}=true") || channel.Variables[name] == "true";

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
