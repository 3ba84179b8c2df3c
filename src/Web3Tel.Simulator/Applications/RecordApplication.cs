using System.Globalization;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Applications;

/// <summary>Records the caller: <c>path [limit seconds] [silence threshold] [silence hits]</c>. Ends by a terminator key, the limit, silence or a break.</summary>
sealed class RecordApplication : LastingApplication
{
    const int SamplesPerMillisecond = 8;
    const int WavHeader = 44;

    DateTimeOffset began;
    string path = "";

    protected override void Start()
    {
        var words = Data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        path = words.FirstOrDefault("");
        began = Switch.Now;
        Answering.EnsureMedia(Channel);
        if (words.Length > 3)
        {
            Channel.Variables["silence_hits_exhausted"] = "false";
            ListenForSilence(words[3]);
        }

        Read(linear: true);
        Channel.Fire(EventKind.RecordStart, Header.Of(HeaderName.RecordFilePath, path));
        Channel.Party.RecordingBegan(Channel);
        if (int.TryParse(words.ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var limit) && limit > 0)
        {
            EndAfter(TimeSpan.FromSeconds(limit));
        }
    }

    void ListenForSilence(string hits)
    {
        if (Channel.Party.SilentFrom is { } silent && int.TryParse(hits, CultureInfo.InvariantCulture, out var seconds))
        {
            var from = silent > Switch.Now ? silent - Switch.Now : TimeSpan.Zero;
            After(from + TimeSpan.FromSeconds(seconds), () =>
            {
                Channel.Variables["silence_hits_exhausted"] = "true";
                Over();
            });
        }
    }

    public override void Interrupt() => End();

    public override void Key(char key)
    {
        if (IsEndedBy(key))
        {
            End();
        }
    }

    protected override void End()
    {
        var sound = new RecordedSound(path, Switch.Now - began, IsStereo: false, []);
        Switch.Options.Recorded?.Invoke(sound);
        var milliseconds = (long)sound.Length.TotalMilliseconds;
        var samples = milliseconds * SamplesPerMillisecond;
        var size = Text((samples * 2) + WavHeader);
        Channel.Variables["record_record_file_size"] = size;
        Channel.Variables["record_file_size"] = size;
        Channel.Variables["record_seconds"] = Text(milliseconds / 1000);
        Channel.Variables["record_ms"] = Text(milliseconds);
        Channel.Variables["record_samples"] = Text(samples);
        Channel.Fire(EventKind.RecordStop, Header.Of(HeaderName.RecordFilePath, path));
        Read(linear: false);
        Channel.Party.RecordingEnded(Channel);
        Finish();
    }

    void Read(bool linear)
    {
        Channel.ReadsLinear = linear;
        Channel.Variables["read_codec"] = linear ? "L16" : "PCMU";
        Channel.Variables["read_rate"] = "8000";
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
