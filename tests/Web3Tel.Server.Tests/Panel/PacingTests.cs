using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Subjects;
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
public sealed class PacingTests() : RunningServiceTest(connected: true)
{
    static readonly TimeSpan Least = Pacing.LeastInterval;

    [Fact]
    public void A_change_is_told_at_once_and_those_that_follow_together_when_the_interval_is_over()
    {
        var clock = new HistoricalScheduler(DateTimeOffset.UnixEpoch);
        using var changes = new Subject<Unit>();
        var told = new List<double>();
        using var following = changes.Paced(Least, clock).Subscribe(_ => told.Add((clock.Now - DateTimeOffset.UnixEpoch).TotalMilliseconds));

        At(1000, changes.OnNext);
        At(1010, changes.OnNext);
        At(1140, changes.OnNext);
        At(1300, changes.OnNext);
        At(2000, changes.OnNext);
        clock.AdvanceTo(DateTimeOffset.UnixEpoch.AddHours(1));

        told.Should().Equal([1000, 1150, 1300, 2000], "the second and the third are told together; nothing is told again while nothing changes");

        void At(int milliseconds, Action<Unit> change) => clock.Schedule(DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds), () => change(Unit.Default));
    }

    [Fact]
    public void Nothing_is_told_after_the_end()
    {
        var clock = new HistoricalScheduler(DateTimeOffset.UnixEpoch);
        using var changes = new Subject<Unit>();
        var told = 0;
        using (changes.Paced(Least, clock).Subscribe(_ => told++))
        {
            changes.OnNext(Unit.Default);
            clock.AdvanceBy(TimeSpan.FromTicks(1));
            changes.OnNext(Unit.Default);
        }

        clock.AdvanceBy(TimeSpan.FromHours(1));
        told.Should().Be(1);
    }

    [Fact]
    public async Task A_caller_who_comes_is_on_the_wall_while_its_clock_stands_still()
    {
        var clock = new HistoricalScheduler(DateTimeOffset.UnixEpoch);
        var feed = new WallFeed(
            Service.Services.GetRequiredService<CallCenterService>(), Service.Services.GetRequiredService<SwitchWatch>(), Service.Services.GetRequiredService<ServiceSettings>(),
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
        await Eventually.Holds(() =>
        {
            // What is due now is done; a tenth of a microsecond is no interval. Only where something else changed just before it is the rest of one.
            var isTooEarly = !waited && !ReferenceEquals(seen, Volatile.Read(ref shown));
            waited |= isTooEarly;
            clock.AdvanceBy(isTooEarly ? Least : TimeSpan.FromTicks(1));
            Volatile.Read(ref shown)!.Board.Calls.Should().ContainSingle(call => call.Name == "Ivan");
            return Task.CompletedTask;
        });
        (clock.Now - before).Should().BeLessThan(TimeSpan.FromMilliseconds(200), "it is pushed: nothing waits until it is looked after");
    }
}
