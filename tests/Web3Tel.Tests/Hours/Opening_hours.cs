using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Hours;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Hours;

public sealed class Opening_hours
{
    /// <summary>Two hours east of UTC, one more from the last Sunday in March to the last in October, as in Riga.</summary>
    static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test", "test summer",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2000, 1, 1),
            new DateTime(2100, 1, 1),
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 3, 5, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 4, 0, 0), 10, 5, DayOfWeek.Sunday)),
    ]);

    static readonly OpeningHours Hours = new(Zone)
    {
        Week = ImmutableDictionary<DayOfWeek, ImmutableArray<Period>>.Empty
            .Add(DayOfWeek.Monday, [Between("09:00", "13:00"), Between("14:00", "18:00")])
            .Add(DayOfWeek.Friday, [Between("22:00", "02:00")])
            .Add(DayOfWeek.Sunday, [Between("00:00", "00:00")]),
        Holidays = [(12, 25)],
        SpecialDays = ImmutableDictionary<DateOnly, ImmutableArray<Period>>.Empty
            .Add(new DateOnly(2026, 11, 30), [])
            .Add(new DateOnly(2028, 12, 25), [Between("10:00", "12:00")]),
    };

    [Theory]
    [InlineData("2026-11-23 08:59:59", false)] // Monday
    [InlineData("2026-11-23 09:00:00", true)]
    [InlineData("2026-11-23 12:59:59", true)]
    [InlineData("2026-11-23 13:00:00", false)] // lunch
    [InlineData("2026-11-23 14:00:00", true)]
    [InlineData("2026-11-23 18:00:00", false)]
    [InlineData("2026-11-24 10:00:00", false)] // Tuesday is not named
    [InlineData("2026-11-27 23:00:00", true)] // Friday night
    [InlineData("2026-11-28 01:59:59", true)]
    [InlineData("2026-11-28 02:00:00", false)]
    [InlineData("2026-11-27 01:00:00", false)] // Thursday's night was none
    [InlineData("2026-11-28 23:59:59", false)]
    [InlineData("2026-11-29 00:00:00", true)] // Sunday is whole
    [InlineData("2026-11-29 23:59:59", true)]
    [InlineData("2026-11-30 00:00:00", false)] // a special Monday, closed
    [InlineData("2026-11-30 10:00:00", false)]
    [InlineData("2026-12-25 23:00:00", false)] // Christmas, a Friday
    [InlineData("2028-12-25 10:00:00", true)] // Christmas with hours of its own
    [InlineData("2028-12-25 12:00:00", false)]
    public void Go_by_the_clock_on_the_wall(string local, bool open) =>
        Hours.IsOpen(At(local)).Should().Be(open);

    [Theory]
    [InlineData("2026-03-23 07:00:00", true)] // Monday before the change: 09:00
    [InlineData("2026-03-30 06:00:00", true)] // Monday after it: 09:00 one hour earlier by UTC
    [InlineData("2026-03-30 05:59:59", false)]
    [InlineData("2026-03-30 15:00:00", false)]
    [InlineData("2026-10-26 06:59:59", false)] // and back
    [InlineData("2026-10-26 07:00:00", true)]
    [InlineData("2026-10-24 21:00:00", true)] // Sunday begins, in summer time,
    [InlineData("2026-10-25 21:59:59", true)] // and ends 25 hours later
    [InlineData("2026-10-25 22:00:00", false)]
    public void Follow_summer_time(string utc, bool open) =>
        Hours.IsOpen(DateTimeOffset.Parse(utc + "Z", null)).Should().Be(open);

    [Fact]
    public void A_hand_goes_before_the_calendar_for_as_long_as_it_was_set()
    {
        var closed = Hours with { ByHand = new HandSetting(Open: false, At("2026-11-23 10:30:00")) };
        closed.IsOpen(At("2026-11-23 10:29:59")).Should().BeFalse();
        closed.IsOpen(At("2026-11-23 10:30:00")).Should().BeTrue();

        var open = Hours with { ByHand = new HandSetting(Open: true, At("2026-11-24 10:30:00")) };
        open.IsOpen(At("2026-11-24 10:29:59")).Should().BeTrue();
        open.IsOpen(At("2026-11-24 10:30:00")).Should().BeFalse();
    }

    [Fact]
    public void A_flow_goes_by_them_when_the_caller_comes_and_a_change_counts_for_the_next()
    {
        var clock = new HistoricalScheduler(At("2026-11-23 10:00:00"));
        var hours = Hours;
        var flow = HoursFlow.ByHours(() => hours, clock, _ => Observable.Return("open"), _ => Observable.Return("closed"))(new ScriptedCall("caller"));
        flow.Wait().Should().Be("open");

        clock.AdvanceBy(TimeSpan.FromHours(3));
        flow.Wait().Should().Be("closed");

        hours = Hours with { ByHand = new HandSetting(Open: true, DateTimeOffset.MaxValue) };
        flow.Wait().Should().Be("open");
    }

    static Period Between(string from, string to) => new(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null));

    static DateTimeOffset At(string winter) => DateTimeOffset.Parse(winter + "+02:00", null);
}
