using System.Globalization;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Applications;

/// <summary>Something being played to a channel: stands still while paused, and tells at its end how much was heard.</summary>
sealed class Sound(Channel channel, string source)
{
    /// <summary>As it tells of a sound that has ended or been cut short by whatever happened to the call.</summary>
    public const string Done = "done";

    /// <summary>As it tells of one that a command has broken off.</summary>
    public const string Broken = "break";

    const int SamplesPerMillisecond = 8;

    readonly TimeSpan? length = Limited(SoundLength.Of(source, channel.Switch.Options), channel);

    /// <summary>Whether it lasts for longer than the call lets it (<c>playback_timeout_sec</c>).</summary>
    public bool IsCutShort => length != SoundLength.Of(source, channel.Switch.Options);

    readonly Header[] what =
    [
        Header.Of(HeaderName.PlaybackFileType, source.Split("://") is [var format, _] ? format : "file"),
        Header.Of(HeaderName.PlaybackFilePath, source),
    ];

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
        channel.Fire(EventKind.PlaybackStart, what);
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

    public void Stop(string status = Done)
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
        channel.Fire(EventKind.PlaybackStop, [.. what, Header.Of(HeaderName.PlaybackStatus, status)]);
    }

    static TimeSpan? Limited(TimeSpan? length, Channel channel) =>
        int.TryParse(channel.Variables["playback_timeout_sec"], CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            && !(length < TimeSpan.FromSeconds(seconds))
            ? TimeSpan.FromSeconds(seconds)
            : length;

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
