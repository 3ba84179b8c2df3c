using System.Buffers.Binary;
using Web3Tel.Simulator;

namespace Web3Tel.Server.Simulation;

/// <summary>
/// The sound of a simulated conversation: caller and operator take turns, each with a tone of their own, and are silent while it was masked.
/// The silences are holes in the file where the disk can have such, so that a day of them costs little.
/// </summary>
static class ToneFile
{
    const int SamplesPerSecond = 8_000;
    const int BytesPerSample = 2;
    const int HeaderLength = 44;
    const double Loudness = 3_000;
    const double TurnSeconds = 2;
    const double SpeechSeconds = 0.6;
    static readonly double[] Tones = [440, 330];

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(RecordedSound sound)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(sound.Path))!);
        using var file = File.Create(sound.Path);
        var channels = sound.IsStereo ? 2 : 1;
        var frames = (long)(sound.Length.TotalSeconds * SamplesPerSecond);
        file.Write(Header(channels, (uint)(frames * channels * BytesPerSample)));
        file.SetLength(HeaderLength + (frames * channels * BytesPerSample));
        for (var turn = 0; turn * TurnSeconds < sound.Length.TotalSeconds; turn++)
        {
            var from = (long)(turn * TurnSeconds * SamplesPerSecond);
            var speech = Speech(sound, from, (int)Math.Min(SpeechSeconds * SamplesPerSecond, frames - from), turn % 2, channels);
            file.Position = HeaderLength + (from * channels * BytesPerSample);
            file.Write(speech);
        }
    }

    static byte[] Speech(RecordedSound sound, long from, int frames, int speaker, int channels)
    {
        var bytes = new byte[frames * channels * BytesPerSample];
        for (var frame = 0; frame < frames; frame++)
        {
            var at = TimeSpan.FromSeconds((double)(from + frame) / SamplesPerSecond);
            if (!sound.Silences.Any(silence => at >= silence.From && at < silence.Until))
            {
                var level = Loudness * Math.Sin(Math.Tau * Tones[speaker] * frame / SamplesPerSecond);
                BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(((frame * channels) + (channels == 2 ? speaker : 0)) * BytesPerSample), (short)level);
            }
        }

        return bytes;
    }

    static byte[] Header(int channels, uint size)
    {
        var header = new byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), HeaderLength - 8 + size);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), SamplesPerSecond);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), (uint)(SamplesPerSecond * channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)(channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), BytesPerSample * 8);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), size);
        return header;
    }
}
