namespace Web3Tel.Server.Verto;

/// <summary>How fast a browser may send: as many as <see cref="Burst"/> at once, and <see cref="PerSecond"/> in the long run.</summary>
sealed class MessageRate(TimeProvider time)
{
    public const int Burst = 50;
    public const int PerSecond = 10;

    double left = Burst;
    long last = time.GetTimestamp();

    /// <summary>Whether one more is not too many.</summary>
    public bool Takes()
    {
        var now = time.GetTimestamp();
        left = Math.Min(Burst, left + (time.GetElapsedTime(last, now).TotalSeconds * PerSecond));
        last = now;
        return left >= 1 && left-- >= 1;
    }
}
