using System.IO.Compression;
using System.Text;

namespace Web3Tel.Benchmarks;

/// <summary>The events of 120 calls, and the same with other channels, so that there can be more than the 360 of the recording.</summary>
sealed class WireCorpus
{
    const int UuidLength = 36;
    const int VariedDigits = 4;

    readonly byte[] bytes;
    readonly List<int> uuidsAt = [];
    readonly List<string> channels = [];

    public WireCorpus()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Captures", "corpus-120-calls-plain.bin.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        unzipped.CopyTo(memory);
        bytes = memory.ToArray();
        FindChannels();
    }

    /// <summary>How many events are in it.</summary>
    public const int Events = 8_711;

    public byte[] Bytes => bytes;

    /// <summary>The corpus with ids that are its own.</summary>
    public byte[] Variant(int number)
    {
        var variant = bytes.ToArray();
        var digits = Encoding.ASCII.GetBytes(Digits(number));
        foreach (var at in uuidsAt)
        {
            digits.CopyTo(variant, at + UuidLength - VariedDigits);
        }

        return variant;
    }

    /// <summary>The channels of a variant.</summary>
    public IEnumerable<string> Channels(int number) => channels.Select(channel => channel[..^VariedDigits] + Digits(number));

    static string Digits(int number) => number.ToString("x4", System.Globalization.CultureInfo.InvariantCulture);

    void FindChannels()
    {
        var known = new HashSet<string>();
        var header = "\nUnique-ID: "u8;
        for (var at = bytes.AsSpan().IndexOf(header); at >= 0; at = Next(header, at + 1))
        {
            var uuid = Encoding.ASCII.GetString(bytes, at + header.Length, UuidLength);
            if (known.Add(uuid))
            {
                channels.Add(uuid);
            }
        }

        for (var dash = Next("-"u8, 0); dash >= 0; dash = Next("-"u8, dash + 1))
        {
            var at = dash - 8;
            if (at >= 0 && at + UuidLength <= bytes.Length && known.Contains(Encoding.ASCII.GetString(bytes, at, UuidLength)))
            {
                uuidsAt.Add(at);
            }
        }
    }

    int Next(ReadOnlySpan<byte> sought, int from) =>
        bytes.AsSpan(from).IndexOf(sought) is var found and >= 0 ? from + found : -1;
}
