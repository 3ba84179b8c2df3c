using System.Reactive.Concurrency;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>What changes is pushed: on a clock that the test moves, no time passes from a change to the page.</summary>
public sealed class WallFeedTests() : RunningServiceTest(connected: true)
{
    [Fact]
    public async Task A_caller_who_comes_is_on_the_wall_while_its_clock_stands_still()
    {
        var clock = new HistoricalScheduler(DateTimeOffset.UnixEpoch);
        var center = Service.Services.GetRequiredService<CallCenterService>();
        var feed = new WallFeed(
            center, Service.Services.GetRequiredService<SwitchWatch>(), Service.Services.GetRequiredService<ServiceSettings>(),
            TimeProvider.System, clock, NullLogger<WallFeed>.Instance);
        Wall? shown = null;
        using var following = feed.Walls.Subscribe(next => Volatile.Write(ref shown, next));
        // What the start has changed is told, and the interval after it is over.
        await Eventually.Holds(() =>
        {
            clock.AdvanceBy(TimeSpan.FromSeconds(1));
            Volatile.Read(ref shown).Should().NotBeNull();
            return Task.CompletedTask;
        });
        var (before, seen, waited) = (clock.Now, Volatile.Read(ref shown), false);

        Telephony.Call("+79160000000", "Ivan");
        // Known: what is read from here on has the caller.
        await Eventually.Holds(() => Task.FromResult(center.Current.Callers.Values.Should().Contain(caller => caller.Name == "Ivan")));
        await Eventually.Holds(() =>
        {
            // What is due now is done; a tenth of a microsecond is no interval. Only where something else changed just before it is the rest of one.
            var isTooEarly = !waited && !ReferenceEquals(seen, Volatile.Read(ref shown));
            waited |= isTooEarly;
            clock.AdvanceBy(isTooEarly ? Pacing.LeastInterval : TimeSpan.FromTicks(1));
            Volatile.Read(ref shown)!.Board.Calls.Should().ContainSingle(call => call.Name == "Ivan");
            return Task.CompletedTask;
        });
        (clock.Now - before).Should().BeLessThan(TimeSpan.FromMilliseconds(200), "it is pushed: nothing waits until it is looked after");
    }
}
