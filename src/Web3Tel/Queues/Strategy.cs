namespace Web3Tel.Queues;

/// <summary>
/// Which of the ready agents is offered the next caller. Agents of a lower level always come before those of a higher one.
/// It never says which caller: that is the first in the queue.
/// </summary>
public enum Strategy
{
    /// <summary>Who has been ready for the longest time.</summary>
    LongestIdle,

    /// <summary>Whose phone has not rung for the longest time, in whatever queue; a ring is a turn, answered or not.</summary>
    RoundRobin,

    /// <summary>The first by position; the longest idle among equals.</summary>
    TopDown,

    /// <summary>Who has had the fewest conversations since signing in; the longest idle among equals.</summary>
    FewestCalls,

    /// <summary>Who has talked for the shortest time since signing in; the longest idle among equals.</summary>
    LeastTalkTime,

    /// <summary>Anybody.</summary>
    Random,

    /// <summary>Anybody, one of weight 3 three times as often as one of weight 1.</summary>
    WeightedRandom,

    /// <summary>The next by position after the agent this queue rang last, and then from the first again.</summary>
    Sequential,

    /// <summary>Who has the best skills for the call: the highest sum of levels in those it asks for; the longest idle among equals.</summary>
    BestSkilled,

    /// <summary>All of the lowest level at once, for as long as anybody waits; whoever answers first gets the first caller.</summary>
    RingAll,

    /// <summary>A few by level and position, and after each while some more; whoever answers first gets the first caller.</summary>
    RingProgressively,
}
