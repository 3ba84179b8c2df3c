using System.Buffers.Binary;

namespace Web3Tel.Server.Voicemail;

/// <summary>A sound file that nobody finished: how long it is, and its header put right.</summary>
static class WavFile
{
    const int RiffHeader = 12;
    const int ChunkHeader = 8;
    const int Format = 16;

    /// <summary>How long the file is, by its size. A header that tells another size, as after a crash, is corrected where that is allowed.</summary>
    /// <returns>Zero for what is no sound file, or an empty one.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TimeSpan Measure(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (Find(file) is not { BytesPerSecond: > 0 } sound)
        {
            return TimeSpan.Zero;
        }

        var size = file.Length - sound.DataAt;
        if (sound.DataSize != size)
        {
            Mend(path, sound, file.Length);
        }

        return TimeSpan.FromSeconds((double)size / sound.BytesPerSecond);
    }

    /// <summary>Whether every switch plays it as it is: 16 bits, mono, 8 or 16 kHz.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsPlain(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Find(file) is { IsPlain: true };
    }

    /// <summary>Where the sound is in the file, and of what kind; null for what is no sound file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static Sound? Find(FileStream file)
    {
        Span<byte> bytes = stackalloc byte[Format];
        if (!Read(file, 0, bytes[..RiffHeader]) || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        var (at, perSecond, isPlain, channels, bits) = ((long)RiffHeader, 0u, false, 0, 0);
        while (Read(file, at, bytes[..ChunkHeader]))
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            if (bytes[..4].SequenceEqual("data"u8))
            {
                return new Sound(at + ChunkHeader, size, perSecond, isPlain, channels, bits);
            }

            if (bytes[..4].SequenceEqual("fmt "u8) && Read(file, at + ChunkHeader, bytes))
            {
                (channels, bits) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]));
                perSecond = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
                isPlain = BinaryPrimitives.ReadUInt32LittleEndian(bytes) == 0x0001_0001 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) is 8_000 or 16_000
                    && bits == 16;
            }

            at += ChunkHeader + size + (size & 1);
        }

        return null;
    }

    static bool Read(FileStream file, long at, Span<byte> into)
    {
        file.Position = at;
        return file.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }

    static void Mend(string path, Sound sound, long length)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            Write(file, 4, length - ChunkHeader);
            Write(file, sound.DataAt - 4, length - sound.DataAt);
        }
        catch (UnauthorizedAccessException)
        {
            // It is FreeSWITCH's file. Most players go by the size of the file anyway.
        }
    }

    static void Write(FileStream file, long at, long size)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Math.Min(size, uint.MaxValue));
        file.Position = at;
        file.Write(bytes);
    }

    internal readonly record struct Sound(long DataAt, uint DataSize, uint BytesPerSecond, bool IsPlain, int Channels, int Bits);
}
