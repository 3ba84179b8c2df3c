using System.Collections.Immutable;
using System.Text;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Routing;

/// <summary>Who listens to which channel, or to which job. Not safe for threads: the router's lock guards it.</summary>
sealed class Routes
{
    readonly Dictionary<byte[], ImmutableArray<ISink<EventMessage>>> sinks = new(Utf8Comparer.Instance);
    readonly Dictionary<byte[], ImmutableArray<ISink<EventMessage>>>.AlternateLookup<ReadOnlySpan<byte>> byBytes;

    public Routes() => byBytes = sinks.GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool IsEmpty => sinks.Count == 0;

    public IEnumerable<ISink<EventMessage>> All => sinks.Values.SelectMany(list => list);

    public ImmutableArray<ISink<EventMessage>> this[ReadOnlySpan<byte> key] =>
        byBytes.TryGetValue(key, out var found) ? found : [];

    public void Add(string key, ISink<EventMessage> sink)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        sinks[bytes] = this[bytes].Add(sink);
    }

    public void Remove(string key, ISink<EventMessage> sink)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var left = this[bytes].Remove(sink);
        if (left.IsEmpty)
        {
            sinks.Remove(bytes);
        }
        else
        {
            sinks[bytes] = left;
        }
    }
}
