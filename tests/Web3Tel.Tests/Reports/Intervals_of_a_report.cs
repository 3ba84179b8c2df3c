using System.Globalization;
using FluentAssertions;
using Web3Tel.Reports;
using Xunit;

namespace Web3Tel.Tests.Reports;

public sealed class Intervals_of_a_report
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Europe/Berlin", "2026-10-26", 24)]
    [InlineData("Africa/Cairo", "2026-04-24", 23)]
    [InlineData("America/Havana", "2026-11-01", 25)]
    [InlineData("Asia/Kathmandu", "2026-06-01", 24)]
    public void A_day_has_as_many_hours_as_its_clocks_show(string zone, string day, int hours)
    {
        var (from, to, place) = Day(zone, day);

        (to - from).Should().Be(TimeSpan.FromHours(hours));
        Stretches.Of(from, to, Interval.Day, place).Should().ContainSingle().Which.Should().Be(new Stretch(from, to));
        foreach (var (interval, rows) in new[] { (Interval.Hour, 1), (Interval.HalfHour, 2), (Interval.QuarterHour, 4) })
        {
            var stretches = Stretches.Of(from, to, interval, place);
            stretches.Should().HaveCount(hours * rows);
            stretches.Skip(1).Select(stretch => stretch.From).Should().Equal(stretches.SkipLast(1).Select(stretch => stretch.To), "there are no gaps");
            (stretches[0].From, stretches[^1].To).Should().Be((from, to));
        }
    }

    [Fact]
    public void The_hour_that_comes_twice_has_two_rows_with_an_offset_each()
    {
        var (from, to, place) = Day("Europe/Berlin", "2026-10-25");

        Stretches.Of(from, to, Interval.Hour, place).Select(stretch => stretch.From.ToString("HH:mmzzz", CultureInfo.InvariantCulture)).Skip(1).Take(4)
            .Should().Equal("01:00+02:00", "02:00+02:00", "02:00+01:00", "03:00+01:00");
    }

    [Fact]
    public void A_time_that_is_no_whole_day_is_cut_where_it_begins_and_ends()
    {
        var (from, _, place) = Day("Europe/Moscow", "2026-11-24");

        Stretches.Of(from.AddHours(9.5), from.AddHours(33.25), Interval.Day, place).Select(stretch => (stretch.To - stretch.From).TotalHours).Should().Equal(14.5, 9.25);
        Stretches.Of(from.AddHours(9.5), from.AddHours(11), Interval.Hour, place).Select(stretch => (stretch.To - stretch.From).TotalHours).Should().Equal(0.5, 1);
        Stretches.Of(from, from, Interval.Whole, place).Should().BeEmpty();
    }

    static (DateTimeOffset From, DateTimeOffset To, TimeZoneInfo Zone) Day(string zone, string day)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        return (Stretches.Midnight(date, place), Stretches.Midnight(date.AddDays(1), place), place);
    }
}
