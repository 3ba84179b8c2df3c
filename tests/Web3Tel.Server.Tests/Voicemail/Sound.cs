using System.Buffers.Binary;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>Sound files: 16 bits, 8 kHz, silent.</summary>
static class Sound
{
    public const int Rate = 8_000;
    public const int Header = 44;

    /// <param name="seconds">How long.</param>
    /// <param name="isFinished">Whether its header was written to the end; one that FreeSWITCH left when it died was not.</param>
    /// <param name="channels">How many sides it has.</param>
    public static byte[] Wav(double seconds, bool isFinished = true, int channels = 1)
    {
        var frame = channels * 2;
        var size = (int)(seconds * Rate) * frame;
        var file = new byte[Header + size];
        "RIFF"u8.CopyTo(file);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        "data"u8.CopyTo(file.AsSpan(36));
        Write(file, 4, isFinished ? size + Header - 8 : 0);
        Write(file, 16, 16);
        Write(file, 20, 1 | (channels << 16));
        Write(file, 24, Rate);
        Write(file, 28, Rate * frame);
        Write(file, 32, frame | (16 << 16));
        Write(file, 40, isFinished ? size : 0);
        return file;
    }

    static void Write(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
