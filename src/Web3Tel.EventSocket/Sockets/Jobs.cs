using System.Collections.Immutable;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>The background jobs that somebody waits for on one connection.</summary>
sealed class Jobs
{
    readonly Lock gate = new();
    ImmutableHashSet<JobWait> waits = [];

    public void Add(JobWait wait)
    {
        lock (gate)
        {
            waits = waits.Add(wait);
        }
    }

    public void Remove(JobWait wait)
    {
        lock (gate)
        {
            waits = waits.Remove(wait);
        }
    }

    public void Fail(Exception reason)
    {
        foreach (var wait in waits)
        {
            wait.Fail(reason);
        }
    }
}
