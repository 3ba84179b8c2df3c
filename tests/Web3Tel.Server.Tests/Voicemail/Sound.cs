using System.Buffers.Binary;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>Sound files: 16 bits, 8 kHz, one channel.</summary>
static class Sound
{
    public const int Rate = 8_000;
    const int Header = 44;

    /// <param name="seconds">How long.</param>
    /// <param name="isFinished">Whether its header was written to the end; one that FreeSWITCH left when it died was not.</param>
    public static byte[] Wav(double seconds, bool isFinished = true)
    {
        var size = (int)(seconds * Rate) * 2;
        var file = new byte[Header + size];
        "RIFF"u8.CopyTo(file);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        "data"u8.CopyTo(file.AsSpan(36));
        Write(file, 4, isFinished ? size + Header - 8 : 0);
        Write(file, 16, 16);
        Write(file, 20, 1 | (1 << 16));
        Write(file, 24, Rate);
        Write(file, 28, Rate * 2);
        Write(file, 32, 2 | (16 << 16));
        Write(file, 40, isFinished ? size : 0);
        return file;
    }

    static void Write(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
