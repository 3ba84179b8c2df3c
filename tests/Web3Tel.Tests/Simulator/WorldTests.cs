using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>Random callers and operators, who are the same again with the same seed.</summary>
public sealed class WorldTests
{
    [Fact]
    public void The_same_seed_gives_the_same_conversation_byte_for_byte() => Hour(seed: 7).Should().Be(Hour(seed: 7));

    [Fact]
    public void Another_seed_gives_another_conversation() => Hour(seed: 7).Should().NotBe(Hour(seed: 8));

    [Fact]
    public void Callers_come_at_the_rate_asked_for_and_lose_patience()
    {
        var clock = Clock();
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Dialplan = _ => [new("answer"), new("playback", "local_stream://moh")] });
        using var world = new World(freeSwitch, new WorldOptions { CallsPerSecond = 2 }).Start();

        clock.AdvanceBy(TimeSpan.FromMinutes(30));

        world.Called.Should().BeInRange(3300, 3900, "two a second for half an hour");
        world.Callers.Should().HaveCountLessThan(200, "nobody waits longer than a minute and a half");
        freeSwitch.CallCount.Should().Be(world.Callers.Count);
    }

    [Fact]
    public void Callers_come_at_the_rate_asked_for_however_busy_the_switch_is()
    {
        var clock = Clock();
        var busy = TimeSpan.FromMilliseconds(300);
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Dialplan = _ => Busy() });
        using var world = new World(freeSwitch, new WorldOptions { CallsPerSecond = 2 }).Start();

        clock.AdvanceBy(TimeSpan.FromMinutes(30));

        world.Called.Should().BeInRange(3300, 3900, "two a second for half an hour");

        IEnumerable<DialplanAction> Busy()
        {
            clock.Sleep(busy);
            return [new("answer"), new("playback", "local_stream://moh")];
        }
    }

    [Fact]
    public void Some_callers_of_a_number_with_a_key_for_it_press_that_and_then_the_one_that_confirms()
    {
        var keys = KeysIn(new WorldOptions { CallsPerSecond = 1, Calls = 600, Dialled = ["1000", "2000"], CallbackKeys = ImmutableDictionary<string, char>.Empty.Add("2000", '7') });

        keys.GroupBy(key => key.Call).Should().AllSatisfy(call => call.Select(key => key.Digit).Should().Equal("7", "1"))
            .And.HaveCountGreaterThan(60, "three in ten of three hundred").And.HaveCountLessThan(130);
    }

    [Fact]
    public void Callers_of_a_number_with_keys_press_one_of_them_by_chance_and_those_of_others_none()
    {
        var keys = KeysIn(new WorldOptions { CallsPerSecond = 1, Calls = 600, Dialled = ["1000", "3000"], Keys = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("3000", ["1", "2"]) });

        keys.Should().OnlyHaveUniqueItems(key => key.Call);
        keys.CountBy(key => key.Digit).Should().HaveCount(2).And.AllSatisfy(digit => digit.Value.Should().BeInRange(100, 200, "each one half of three hundred"));
    }

    [Fact]
    public void A_world_ends_after_the_calls_asked_for()
    {
        var clock = Clock();
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Dialplan = _ => [new("answer"), new("park")] });
        using var world = new World(freeSwitch, new WorldOptions { CallsPerSecond = 10, Calls = 25 }).Start();

        clock.AdvanceBy(TimeSpan.FromHours(1));

        world.Called.Should().Be(25);
        freeSwitch.CallCount.Should().Be(0);
    }

    [Fact]
    public void Who_is_gone_is_forgotten_however_long_they_would_have_waited()
    {
        var clock = Clock();
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Dialplan = _ => [new("answer"), new("park")] });
        var gone = Gone();

        GC.Collect();

        gone.IsAlive.Should().BeFalse();
        GC.KeepAlive(clock);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference Gone()
        {
            var caller = freeSwitch.Call("+79161234567").WaitsAtMost(TimeSpan.FromHours(1));
            caller.HangsUpAfter(TimeSpan.FromSeconds(1));
            clock.AdvanceBy(TimeSpan.FromSeconds(10));
            caller.IsOver.Should().BeTrue();
            return new WeakReference(caller);
        }
    }

    /// <summary>All that is pressed in a world.</summary>
    static List<(string Call, string Digit)> KeysIn(WorldOptions options)
    {
        var clock = Clock();
        var door = new MemoryLink(clock);
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Dialplan = _ => [new("answer"), new("park")] });
        freeSwitch.Listen(door);
        var keys = new KeysHeard();
        door.Connect().Subscribe(keys.Take);
        clock.AdvanceBy(TimeSpan.FromSeconds(1));
        using var world = new World(freeSwitch, options).Start();
        clock.AdvanceBy(TimeSpan.FromMinutes(20));
        return keys.Heard;
    }

    static string Hour(int seed)
    {
        var clock = Clock();
        var door = new MemoryLink(clock);
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Seed = seed, Dialplan = _ => [new("answer"), new("playback", "local_stream://moh")] });
        freeSwitch.Listen(door);
        using var everything = new Everything();
        door.Connect().Subscribe(everything.Take);
        clock.AdvanceBy(TimeSpan.FromSeconds(1));
        using var world = new World(freeSwitch, new WorldOptions { CallsPerSecond = 0.5 }).Start();
        clock.AdvanceBy(TimeSpan.FromMinutes(10));
        world.Called.Should().BeGreaterThan(200);
        everything.Bytes.Should().BeGreaterThan(1_000_000);
        return everything.Digest();
    }

    static HistoricalScheduler Clock() => new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    /// <summary>A client that takes the keys that are pressed.</summary>
    sealed class KeysHeard : ITransportReader
    {
        string rest = "";

        public List<(string Call, string Digit)> Heard { get; } = [];

        public void Take(ITransport transport)
        {
            transport.Start(this);
            transport.Write(Encoding.UTF8.GetBytes("auth ClueCon\n\nevent plain DTMF\n\n"));
        }

        public void Received(ReadOnlySpan<byte> bytes)
        {
            var frames = (rest + Encoding.UTF8.GetString(bytes)).Split("\n\n");
            rest = frames[^1];
            Heard.AddRange(frames[..^1].Where(frame => frame.Contains("DTMF-Digit: ", StringComparison.Ordinal)).Select(frame => (Header(frame, "Unique-ID: "), Header(frame, "DTMF-Digit: "))));
        }

        public void Closed(Exception? reason)
        {
        }

        static string Header(string frame, string name) => frame.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
    }

    /// <summary>A client that takes all events, and keeps only what they come to.</summary>
    sealed class Everything : ITransportReader, IDisposable
    {
        readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Bytes { get; private set; }

        public void Take(ITransport transport)
        {
            transport.Start(this);
            transport.Write(Encoding.UTF8.GetBytes("auth ClueCon\n\nevent plain ALL\n\n"));
        }

        public string Digest() => Convert.ToHexString(hash.GetCurrentHash());

        public void Received(ReadOnlySpan<byte> bytes)
        {
            Bytes += bytes.Length;
            hash.AppendData(bytes);
        }

        public void Closed(Exception? reason)
        {
        }

        public void Dispose() => hash.Dispose();
    }
}
