namespace Web3Tel.EventSocket.Sockets;

/// <summary>How long to wait before the next attempt: longer each time, and never alike for two clients.</summary>
sealed class BackOff(InboundSocketOptions options)
{
    int failures;

    public TimeSpan Next()
    {
        var wait = Math.Min(options.FirstRetry.TotalMilliseconds * Math.Pow(2, failures), options.LongestRetry.TotalMilliseconds);
        failures++;
        return TimeSpan.FromMilliseconds(wait * (1 - (options.Random.NextDouble() / 2)));
    }

    public void Reset() => failures = 0;
}
