using System.Globalization;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Applications;

/// <summary>Something being played to a channel: stands still while paused, and tells at its end how much was heard.</summary>
sealed class Sound(Channel channel, string source)
{
    const int SamplesPerMillisecond = 8;

    readonly TimeSpan? length = SoundLength.Of(source, channel.Switch.Options);
    TimeSpan heard;
    DateTimeOffset since;
    IDisposable? timer;
    Action? ended;
    bool isPlaying;
    bool isOver;

    public void Play(Action whenEnded)
    {
        ended = whenEnded;
        Answering.EnsureMedia(channel);
        channel.Fire(EventKind.PlaybackStart, Header.Of(HeaderName.PlaybackFilePath, source));
        Resume();
    }

    public void Pause()
    {
        if (isPlaying)
        {
            isPlaying = false;
            heard += channel.Switch.Now - since;
            timer?.Dispose();
        }
    }

    public void Resume()
    {
        if (isPlaying || isOver)
        {
            return;
        }

        isPlaying = true;
        since = channel.Switch.Now;
        if (length is { } whole)
        {
            timer = channel.Switch.After(whole > heard ? whole - heard : TimeSpan.Zero, () =>
            {
                if (isPlaying)
                {
                    ended!();
                }
            });
        }
    }

    public void Stop()
    {
        if (isOver)
        {
            return;
        }

        Pause();
        isOver = true;
        var milliseconds = (long)heard.TotalMilliseconds;
        var samples = Text(milliseconds * SamplesPerMillisecond);
        channel.Variables["playback_last_offset_pos"] = samples;
        channel.Variables["playback_seconds"] = Text(milliseconds / 1000);
        channel.Variables["playback_ms"] = Text(milliseconds);
        channel.Variables["playback_samples"] = samples;
        channel.Fire(
            EventKind.PlaybackStop,
            Header.Of(HeaderName.PlaybackFilePath, source),
            Header.Of(HeaderName.PlaybackStatus, length is { } whole && heard >= whole ? "done" : "break"));
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
