namespace Web3Tel.Queues;

/// <summary>How long a caller has yet to wait, as far as can be told from the place, the agents at work and how long calls took them of late.</summary>
public static class ExpectedWait
{
    /// <summary>
    /// With <c>n</c> agents at work one of them becomes free every <c>n</c>-th part of the time a call takes. Agents of several queues
    /// are counted in each of them, so that the wait may be longer than that. Null while nobody is at work, or no call has been handled yet.
    /// </summary>
    /// <param name="place">The place in the queue, 1 for the first.</param>
    public static TimeSpan? WaitAt(this Queue queue, int place) =>
        place <= queue.Free() ? TimeSpan.Zero
        : queue.AtWork.IsEmpty || queue.Pace.Handled == 0 ? null
        : TimeSpan.FromSeconds(Math.Min(Longest, (place - queue.Free()) * queue.Pace.HandlingSeconds / queue.AtWork.Count));

    /// <summary>Agents who can take a call at once, those whose phones ring for it already included.</summary>
    static int Free(this Queue queue) => queue.Ready.Count + queue.Along.Count;

    /// <summary>Beyond it the number means nothing, and must not overflow.</summary>
    const double Longest = 1_000_000;
}
