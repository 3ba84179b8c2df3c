using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Dev_world(ITestOutputHelper output)
{
    [Fact]
    public void Dev()
    {
        foreach (var seed in (Environment.GetEnvironmentVariable("SEEDS") ?? "1").Split(',').Select(int.Parse))
        {
            var faults = Environment.GetEnvironmentVariable("SLOW") is null ? Faults.All : Faults.SlowDisk;
            var world = new CallCenterWorld(seed, faults, int.Parse(Environment.GetEnvironmentVariable("CALLS") ?? "1500"));
            world.Run();
            output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Commands} commands, {world.Events} events; {string.Join(", ", world.Talks.Select(talk => $"{talk.Value} {talk.Key}"))}");
            foreach (var v in world.Laws.Violations) output.WriteLine("VIOLATION " + v);
        }
    }
}
