namespace Web3Tel.Simulator.Channels;

/// <summary>The channels that live.</summary>
sealed class ChannelTable
{
    readonly Dictionary<string, Channel> channels = [];

    /// <summary>How many there have been since the start.</summary>
    public long Created { get; private set; }

    public int Peak { get; private set; }

    public int Count => channels.Count;

    public IReadOnlyList<Channel> All => [.. channels.Values];

    public bool Add(Channel channel)
    {
        if (!channels.TryAdd(channel.Id, channel))
        {
            return false;
        }

        Created++;
        Peak = Math.Max(Peak, channels.Count);
        return true;
    }

    public void Remove(Channel channel) => channels.Remove(channel.Id);

    public void Clear() => channels.Clear();

    /// <summary>A channel that can be commanded. One that has been hung up is not found, though it may still be shown.</summary>
    public Channel? Find(string id) => channels.TryGetValue(id, out var channel) && channel.IsUp ? channel : null;
}
