namespace Web3Tel.Server.Mail;

/// <summary>How long to wait after a failed attempt: twice as long each time, up to an hour, spread by a fifth so that many do not come at once.</summary>
/// <param name="random">Spreads them.</param>
sealed class RetryPlan(Random random)
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="attempts">How many have failed, 1 at least.</param>
    public TimeSpan After(int attempts)
    {
        // Beyond so many doublings it is the longest anyway.
        var wait = First * Math.Pow(2, Math.Min(attempts - 1, 20));
        return (wait < Longest ? wait : Longest) * (0.8 + (0.4 * random.NextDouble()));
    }
}
