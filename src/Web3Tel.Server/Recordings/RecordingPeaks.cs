using System.Buffers.Binary;
using Web3Tel.Server.Voicemail;

namespace Web3Tel.Server.Recordings;

/// <summary>How loud a recording is from its beginning to its end, for a picture of it.</summary>
/// <param name="Seconds">How long it is.</param>
/// <param name="Sides">For each side, left first, the loudest of each of equally long pieces, 0 to 100.</param>
sealed record RecordingPeaks(double Seconds, IReadOnlyList<int[]> Sides)
{
    /// <summary>Pieces at most: as many as a wide screen shows.</summary>
    public const int Most = 800;

    const int SampleSize = 2;
    const int FramesAtOnce = 16_384;

    /// <summary>Reads the whole file; null for one that is no WAV of 16 bits, or empty.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<RecordingPeaks?> Read(string path, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            if (WavFile.Find(file) is not { Bits: 8 * SampleSize, Channels: 1 or 2, BytesPerSecond: > 0 } sound)
            {
                return null;
            }

            var frames = (file.Length - sound.DataAt) / (SampleSize * sound.Channels);
            if (frames <= 0)
            {
                return null;
            }

            var pieces = (int)Math.Min(Most, frames);
            int[][] sides = [.. Enumerable.Range(0, sound.Channels).Select(_ => new int[pieces])];
            var buffer = new byte[FramesAtOnce * SampleSize * sound.Channels];
            file.Position = sound.DataAt;
            for (var frame = 0L; frame < frames;)
            {
                var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                var count = (int)Math.Min(frames - frame, read / (SampleSize * sound.Channels));
                if (count == 0)
                {
                    break;
                }

                Count(buffer, sides, frame, count, frames);
                frame += count;
            }

            return new RecordingPeaks(Math.Round((double)frames * SampleSize * sound.Channels / sound.BytesPerSecond, 2), sides);
        }
    }

    static void Count(ReadOnlySpan<byte> samples, int[][] sides, long first, int count, long frames)
    {
        for (var i = 0; i < count; i++)
        {
            var piece = (int)((first + i) * sides[0].Length / frames);
            for (var side = 0; side < sides.Length; side++)
            {
                var sample = BinaryPrimitives.ReadInt16LittleEndian(samples[(((i * sides.Length) + side) * SampleSize)..]);
                var loud = Math.Abs((int)sample) * 100 / 32_768;
                sides[side][piece] = Math.Max(sides[side][piece], loud);
            }
        }
    }
}
