using System.Buffers.Binary;

namespace Web3Tel.Server.Tests.Prompts;

/// <summary>Sound files as people have them: 16 bits, a tone of 440 Hz in the first channel and silence in the others.</summary>
static class Tune
{
    const int Header = 44;

    public static byte[] Wav(double seconds, int rate = 48_000, int channels = 2)
    {
        var frames = (int)(seconds * rate);
        var file = new byte[Header + (frames * channels * 2)];
        "RIFF"u8.CopyTo(file);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        "data"u8.CopyTo(file.AsSpan(36));
        Write(file, 4, file.Length - 8);
        Write(file, 16, 16);
        Write(file, 20, 1 | (channels << 16));
        Write(file, 24, rate);
        Write(file, 28, rate * channels * 2);
        Write(file, 32, (channels * 2) | (16 << 16));
        Write(file, 40, file.Length - Header);
        for (var i = 0; i < frames; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(Header + (i * channels * 2)), (short)(16_000 * Math.Sin(2 * Math.PI * 440 * i / rate)));
        }

        return file;
    }

    /// <summary>What a WAV says of itself, and its loudest sample.</summary>
    public static (int Channels, int Rate, int Bits, int Loudest) Look(byte[] wav) => (
        BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22)),
        BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)),
        BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(34)),
        wav[Header..].Chunk(2).Max(sample => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(sample))));

    static void Write(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
