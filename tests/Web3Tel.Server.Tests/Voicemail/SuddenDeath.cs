using Web3Tel.Server.Tests.Storage;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>The end of one life of the service, as the disk sees it: from the n-th time of a moment on nothing is written any more.</summary>
sealed class SuddenDeath(DyingMoment moment, int count, FaultyDisk disk)
{
    readonly TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left = count;

    public DyingMoment Moment { get; } = moment;

    /// <summary>Ends with the life.</summary>
    public Task Came => came.Task;

    /// <summary>Such a moment is there, on any thread.</summary>
    /// <returns>Whether it is the last one.</returns>
    public bool Meets(DyingMoment now)
    {
        if (now != Moment || Interlocked.Decrement(ref left) != 0)
        {
            return false;
        }

        disk.Full = true;
        came.TrySetResult();
        return true;
    }
}
