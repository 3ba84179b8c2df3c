using System.Buffers.Binary;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Server.Simulation;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Server.Voicemail;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Server.Tests.Simulation;

public sealed class ToneFileTests : IDisposable
{
    const int Header = 44;
    const int SamplesPerSecond = 8_000;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(2.3)]
    [InlineData(61)]
    public void Is_as_long_as_the_recording(double seconds)
    {
        Write(isStereo: false, seconds).Length.Should().Be((int)(seconds * SamplesPerSecond));
        WavFile.Measure(Path).Should().BeCloseTo(seconds.Seconds(), 1.Milliseconds());
    }

    [Fact]
    public void Has_the_caller_left_and_the_operator_right_in_turns()
    {
        var samples = Write(isStereo: true, 4);
        Loudest(Side(samples, 0), 0, 0.6).Should().BeGreaterThan(2_000);
        Loudest(Side(samples, 1), 0, 2).Should().Be(0);
        Loudest(Side(samples, 0), 2, 4).Should().Be(0);
        Loudest(Side(samples, 1), 2, 2.6).Should().BeGreaterThan(2_000);
    }

    [Fact]
    public void Is_silent_while_it_was_masked()
    {
        var samples = Write(isStereo: false, 5, (0.3.Seconds(), 2.2.Seconds()));
        Loudest(samples, 0, 0.3).Should().BeGreaterThan(2_000);
        Loudest(samples, 0.3, 2.2).Should().Be(0);
        Loudest(samples, 2.2, 2.6).Should().BeGreaterThan(2_000);
    }

    string Path => System.IO.Path.Combine(folder.Path, "2026", "talk.wav");

    short[] Write(bool isStereo, double seconds, params (TimeSpan From, TimeSpan Until)[] silences)
    {
        ToneFile.Write(new RecordedSound(Path, seconds.Seconds(), isStereo, [.. silences]));
        var bytes = File.ReadAllBytes(Path);
        return [.. Enumerable.Range(0, (bytes.Length - Header) / 2).Select(sample => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(Header + (sample * 2))))];
    }

    static short[] Side(short[] samples, int side) => [.. samples.Where((_, index) => index % 2 == side)];

    static int Loudest(short[] samples, double from, double until) =>
        samples[(int)(from * SamplesPerSecond)..(int)(until * SamplesPerSecond)].Max(sample => Math.Abs((int)sample));
}
