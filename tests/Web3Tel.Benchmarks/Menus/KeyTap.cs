using System.Diagnostics;
using Web3Tel.Benchmarks.HandOver;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>Looks at one call's connection, on whichever end of it: how long after the event of a key does the command follow that plays the next prompt?</summary>
/// <param name="answered">Told the ticks in between.</param>
sealed class KeyTap(Action<long> answered) : IByteWatch
{
    long pressedAt;

    static ReadOnlySpan<byte> Key => "DTMF-Digit"u8;

    static ReadOnlySpan<byte> Prompt => "execute-app-name: playback"u8;

    public void Receiving(ReadOnlySpan<byte> bytes) => See(bytes);

    public void Received()
    {
    }

    public void Writing(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Key) >= 0)
        {
            See(bytes);
        }
    }

    public void Written(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Key) < 0)
        {
            See(bytes);
        }
    }

    void See(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Key) >= 0)
        {
            pressedAt = Stopwatch.GetTimestamp();
        }
        else if (pressedAt != 0 && bytes.IndexOf(Prompt) >= 0)
        {
            answered(Stopwatch.GetTimestamp() - pressedAt);
            pressedAt = 0;
        }
    }
}
