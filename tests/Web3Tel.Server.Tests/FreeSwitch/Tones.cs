using System.Buffers.Binary;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What is said and heard in tests: tones, one after another.</summary>
static class Tones
{
    const int Rate = 8_000;
    const int Header = 44;

    /// <summary>A frame is a tenth of a second.</summary>
    const int Frame = Rate / 10;

    const double Loud = 1e-3;

    /// <summary>The tones as A-law, as a telephone sends them.</summary>
    public static byte[] ALaw(params (int Hertz, double Seconds)[] tones) =>
        [.. tones.SelectMany(tone => Enumerable.Range(0, (int)(tone.Seconds * Rate)).Select(i => ALaw(Math.Sin(2 * Math.PI * tone.Hertz * i / Rate) / 2)))];

    /// <summary>Keys of a telephone as sound: two tones each for 0.2 s, 0.3 s of silence after it.</summary>
    public static byte[] Keys(string keys) => [.. keys.SelectMany(key => Enumerable.Range(0, Rate / 2).Select(i => ALaw(i < Rate / 5 ? Key(key, i) : 0)))];

    static double Key(char key, int i)
    {
        var at = "123456789*0#".IndexOf(key, StringComparison.Ordinal);
        var (low, high) = (new[] { 697, 770, 852, 941 }[at / 3], new[] { 1209, 1336, 1477 }[at % 3]);
        return (Math.Sin(2 * Math.PI * low * i / Rate) + Math.Sin(2 * Math.PI * high * i / Rate)) / 4;
    }

    /// <summary>Which of the tones is heard in each tenth of a second of a recording; 0 for none.</summary>
    public static IReadOnlyList<int> Heard(byte[] wav, params int[] hertz) =>
        [.. wav.Skip(Header).Chunk(Frame * 2).Where(frame => frame.Length == Frame * 2).Select(frame => Strongest(frame, hertz))];

    /// <summary>Which of the tones are in it, all at once or one after another.</summary>
    public static IReadOnlyList<int> In(byte[] aLaw, params int[] hertz)
    {
        var samples = aLaw.Select(Sample).ToArray();
        return [.. hertz.Where(tone => samples.Chunk(Frame).Where(frame => frame.Length == Frame).Average(frame => Power(frame, tone)) > Loud)];
    }

    static int Strongest(byte[] frame, int[] hertz)
    {
        var samples = Enumerable.Range(0, Frame).Select(i => BinaryPrimitives.ReadInt16LittleEndian(frame.AsSpan(i * 2)) / 32_768.0).ToArray();
        var strongest = hertz.MaxBy(tone => Power(samples, tone));
        return Power(samples, strongest) > Loud ? strongest : 0;
    }

    static double Power(double[] samples, int hertz)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            var angle = 2 * Math.PI * hertz * i / Rate;
            real += samples[i] * Math.Cos(angle);
            imaginary += samples[i] * Math.Sin(angle);
        }

        return ((real * real) + (imaginary * imaginary)) / samples.Length / samples.Length;
    }

    /// <summary>The sample that G.711 has written so.</summary>
    static double Sample(byte code)
    {
        var plain = code ^ 0x55;
        var (exponent, mantissa) = ((plain >> 4) & 7, plain & 15);
        var value = exponent == 0 ? (mantissa << 1) | 1 : ((mantissa << 1) | 33) << (exponent - 1);
        return ((plain & 0x80) != 0 ? value : -value) / 4_096.0;
    }

    /// <summary>One sample by G.711.</summary>
    static byte ALaw(double sample)
    {
        var value = (int)(Math.Abs(sample) * 4_095);
        var exponent = 0;
        while (value >> exponent > 31)
        {
            exponent++;
        }

        var code = exponent == 0 ? value >> 1 : (exponent << 4) | ((value >> exponent) & 15);
        return (byte)((code | (sample >= 0 ? 0x80 : 0)) ^ 0x55);
    }
}
