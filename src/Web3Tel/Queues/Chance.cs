namespace Web3Tel.Queues;

/// <summary>
/// Chance that is the same whenever it is asked the same: numbers derived from the life of the service, the queue and the offer,
/// so that a replay of the journal draws what was drawn then.
/// </summary>
readonly struct Chance
{
    readonly ulong _seed;

    public Chance(Guid instance, string queue, long offer)
    {
        Span<byte> bytes = stackalloc byte[16];
        instance.TryWriteBytes(bytes);
        var seed = Mix((ulong)offer);
        seed = Mix(seed ^ BitConverter.ToUInt64(bytes));
        seed = Mix(seed ^ BitConverter.ToUInt64(bytes[8..]));
        foreach (var letter in queue)
        {
            seed = Mix(seed ^ letter);
        }

        _seed = seed;
    }

    /// <summary>A number from 0 to below <paramref name="below"/>, each as likely as the others.</summary>
    /// <param name="draw">Which of the numbers: each has its own.</param>
    public int Below(int below, int draw) => (int)Math.BigMul(Mix(_seed + (ulong)draw), (ulong)below, out _);

    /// <summary>The step of SplitMix64: each bit of the answer hangs on each bit of the question.</summary>
    static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
