namespace Web3Tel.Queues;

/// <summary>How fast a queue has served its callers of late, and how well that told them their wait. Nothing is known in the beginning.</summary>
/// <param name="Handled">Conversations the handling time has been learned from.</param>
/// <param name="HandlingSeconds">What a call takes of an agent, wrap-up included: the later a conversation was, the more it counts.</param>
/// <param name="Foretold">Callers whose wait had been foretold when they joined, and who got an agent.</param>
/// <param name="ErrorSeconds">By how much the wait differed from what was foretold, either way: the mean of all of them.</param>
public sealed record Pace(long Handled = 0, double HandlingSeconds = 0, long Foretold = 0, double ErrorSeconds = 0)
{
    /// <summary>How much the latest conversation counts, once there have been some.</summary>
    const double Newest = 0.1;

    /// <summary>The mean of the first ones, since the very first alone would count for long.</summary>
    internal Pace Learn(TimeSpan handling)
    {
        var weight = Math.Max(Newest, 1.0 / (Handled + 1));
        return this with { Handled = Handled + 1, HandlingSeconds = HandlingSeconds + weight * (handling.TotalSeconds - HandlingSeconds) };
    }

    internal Pace Compare(TimeSpan foretold, TimeSpan waited)
    {
        var error = Math.Abs((waited - foretold).TotalSeconds);
        return this with { Foretold = Foretold + 1, ErrorSeconds = ErrorSeconds + (error - ErrorSeconds) / (Foretold + 1) };
    }
}
