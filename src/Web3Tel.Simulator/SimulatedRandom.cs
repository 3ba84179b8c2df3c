using System.Globalization;

namespace Web3Tel.Simulator;

/// <summary>All chance of a simulated switch, from one seed: the same seed gives the same conversation byte for byte.</summary>
sealed class SimulatedRandom(int seed)
{
    const string TagLetters = "0123456789BDFHKNQSUXaceghjmprtvyZ";

    readonly Random random = new(seed);

    public int Next(int below) => random.Next(below);

    public int Next(int from, int below) => random.Next(from, below);

    public double NextDouble() => random.NextDouble();

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>A time between events that come at random, with this mean.</summary>
    public TimeSpan Exponential(TimeSpan mean) => -Math.Log(1 - random.NextDouble()) * mean;

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * random.NextDouble());

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes).ToString();
    }

    public string SipTag() => string.Create(13, random, static (text, random) =>
    {
        foreach (ref var letter in text)
        {
            letter = TagLetters[random.Next(TagLetters.Length)];
        }
    });

    public string MediaPort() => (20_000 + (random.Next(6_000) * 2)).ToString(CultureInfo.InvariantCulture);
}
