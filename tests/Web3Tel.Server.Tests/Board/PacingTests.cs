using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Subjects;
using FluentAssertions;
using Web3Tel.Server.Board;
using Xunit;

namespace Web3Tel.Server.Tests.Board;

public sealed class PacingTests
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
}
