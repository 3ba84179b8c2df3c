using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Says once per address and interval that connections are refused, however many there are.</summary>
sealed class RefusalLog(TimeSpan interval, IScheduler scheduler, ILogger logger)
{
    const int MaxAddresses = 1_000;

    readonly Lock gate = new();
    readonly Dictionary<string, (DateTimeOffset Said, int Since)> addresses = [];

    public void Add(string peer, string reason)
    {
        var address = peer[..Math.Max(peer.LastIndexOf(':'), 0)];
        lock (gate)
        {
            var now = scheduler.Now;
            var known = addresses.TryGetValue(address, out var last);
            if (known && now - last.Said < interval)
            {
                addresses[address] = last with { Since = last.Since + 1 };
                return;
            }

            if (addresses.Count >= MaxAddresses)
            {
                // Somebody comes from everywhere: rather repeat ourselves than remember them all.
                addresses.Clear();
            }

            addresses[address] = (now, 0);
            Log.Refused(logger, last.Since + 1, address, reason);
        }
    }
}
