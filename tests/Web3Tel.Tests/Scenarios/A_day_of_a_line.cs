using System.Collections.Immutable;
using System.Globalization;
using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Scenarios;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

/// <summary>Opening, lunch, closing, a holiday and the change of summer time, as callers of a scenario meet them.</summary>
public sealed class A_day_of_a_line
{
    readonly ScenarioShelf _shelf = new(ScenarioDesk.Version(1, """
        "start": { "do": "hours", "open": "queue", "closed": "closed" },
        "queue": { "do": "queue", "queue": "sales" },
        "closed": { "do": "hangup", "prompt": "closed.wav" }
        """, """
        "calendars": { "office": {
          "week": { "monday-friday": [ "09:00-13:00", "14:00-18:00" ], "sunday": [ "02:30-05:00" ] },
          "holidays": [ "12-25" ], "days": { "2027-12-31": [ "09:00-12:00" ] }, "timeZone": "Europe/Berlin" } },
        """));

    RunningCenter? _center;

    [Fact]
    public void Opening_lunch_and_closing()
    {
        Begin("2027-12-27T00:00+01:00");
        OpenAt("08:59").Should().BeFalse();
        OpenAt("09:00").Should().BeTrue();
        OpenAt("12:59").Should().BeTrue();
        OpenAt("13:00").Should().BeFalse();
        OpenAt("14:00").Should().BeTrue();
        OpenAt("17:59").Should().BeTrue();
        OpenAt("18:00").Should().BeFalse();
    }

    [Theory]
    [InlineData("2026-12-25T10:00+01:00", false)]
    [InlineData("2027-12-31T11:59+01:00", true)]
    [InlineData("2027-12-31T14:30+01:00", false)]
    public void A_holiday_and_a_special_day(string at, bool isOpen)
    {
        Begin(at);
        IsOpen().Should().Be(isOpen);
    }

    [Fact]
    public void Summer_time_begins_in_the_night_and_the_doors_open_when_the_clock_on_the_wall_says_so()
    {
        Begin("2027-03-28T01:59+01:00");
        IsOpen().Should().BeFalse();
        Pass(minutes: 1);
        IsOpen().Should().BeTrue("it is 03:00 on the wall, after 02:30");
        Begin("2027-03-29T08:59+02:00");
        IsOpen().Should().BeFalse();
        Pass(minutes: 1);
        IsOpen().Should().BeTrue();
    }

    [Fact]
    public void Summer_time_ends_in_the_night_and_half_past_two_comes_twice()
    {
        Begin("2027-10-31T02:29+02:00");
        IsOpen().Should().BeFalse();
        Pass(minutes: 1);
        IsOpen().Should().BeTrue();
        Pass(minutes: 30);
        IsOpen().Should().BeFalse("it is 02:00 again");
        Pass(minutes: 30);
        IsOpen().Should().BeTrue();
        Begin("2027-11-01T08:00+01:00");
        OpenAt("09:00").Should().BeTrue();
    }

    [Fact]
    public void Five_days_over_the_change_of_summer_time_go_by_the_clock_on_the_wall()
    {
        Begin("2027-03-25T00:00+01:00");
        var opened = new List<string>();
        for (var wasOpen = false; _center!.Clock.Now < new DateTimeOffset(2027, 3, 30, 0, 0, 0, TimeSpan.FromHours(2)); Pass(minutes: 30))
        {
            var isOpen = IsOpen();
            if (isOpen != wasOpen)
            {
                var wall = TimeZoneInfo.ConvertTime(_center.Clock.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
                opened.Add(wall.ToString($"ddd HH:mm' {(isOpen ? "open" : "closed")}'", CultureInfo.InvariantCulture));
            }

            wasOpen = isOpen;
        }

        opened.Should().Equal(
            "Thu 09:00 open", "Thu 13:00 closed", "Thu 14:00 open", "Thu 18:00 closed",
            "Fri 09:00 open", "Fri 13:00 closed", "Fri 14:00 open", "Fri 18:00 closed",
            "Sun 03:00 open", "Sun 05:00 closed",
            "Mon 09:00 open", "Mon 13:00 closed", "Mon 14:00 open", "Mon 18:00 closed");
    }

    [Fact]
    public void Somebody_closes_by_hand_from_outside_until_a_moment()
    {
        Begin("2027-12-27T10:00+01:00", byHand: true);
        IsOpen().Should().BeFalse();
        Pass(minutes: 60);
        IsOpen().Should().BeTrue();
    }

    [Theory]
    [InlineData("2026-11-26T19:00Z", "It is seven p.m. We open tomorrow at nine a.m.", "Сейчас девятнадцать часов. Мы откроемся завтра в девять часов")]
    [InlineData("2026-11-26T12:30Z", "It is twelve thirty p.m. We open today at one p.m.", "Сейчас двенадцать часов тридцать минут. Мы откроемся сегодня в тринадцать часов")]
    [InlineData("2026-11-27T17:00Z", "It is five p.m. We open on Monday at nine a.m.", "Сейчас семнадцать часов. Мы откроемся в понедельник в девять часов")]
    public void A_caller_who_comes_too_late_hears_when_it_opens(string at, string english, string russian)
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "hours", "calendar": "berlin", "open": "end", "closed": "say" },
            "say": { "do": "say", "en": "It is {time} We open {opens}", "ru": "Сейчас {time}. Мы откроемся {opens}", "next": "language" },
            "language": { "do": "language", "language": "Russian", "next": "again" },
            "again": { "do": "say", "ru": "Сейчас {time}. Мы откроемся {opens}", "next": "end" },
            "end": { "do": "hangup" }
            """, more: """
            "calendars": {
              "berlin": { "week": { "monday-friday": [ "09:00-12:00", "13:00-17:00" ] } },
              "other": { "week": { "sunday": [ "10:00-11:00" ] } } },
            """);
        desk.Running.Clock.AdvanceTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        desk.Arrives().Heard.Where(heard => heard.StartsWith("play", StringComparison.Ordinal)).Should().Equal($"play «{english}»", $"play «{russian}»");
    }

    [Fact]
    public void A_hand_that_closes_in_hours_gives_the_day_back_at_its_end()
    {
        var hours = new Web3Tel.Hours.OpeningHours(TimeZoneInfo.Utc)
        {
            Week = ImmutableDictionary<DayOfWeek, ImmutableArray<Web3Tel.Hours.Period>>.Empty.Add(DayOfWeek.Thursday, [new(new(9, 0), new(18, 0))]),
            ByHand = new(Open: false, new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero)),
        };
        hours.NextOpening(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero)).Should().Be(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
        hours.NextOpening(new DateTimeOffset(2026, 11, 26, 13, 0, 0, TimeSpan.Zero)).Should().Be(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero), "it is open, and then next week");
        (hours with { Week = [] }).NextOpening(new DateTimeOffset(2026, 11, 26, 13, 0, 0, TimeSpan.Zero)).Should().BeNull("it never does");
    }

    [Fact]
    public void A_line_without_a_calendar_is_closed_and_it_is_told()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "hours", "open": "queue", "closed": "end" }, "queue": { "do": "queue", "queue": "sales" }, "end": { "do": "hangup" } """);
        desk.Arrives();
        desk.Taken.Should().EndWith("end");
        desk.Troubles.Should().ContainSingle();
    }

    void Begin(string at, bool byHand = false)
    {
        var time = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var parts = new ScenarioParts(_shelf, _ => new ScenarioLine(TimeZoneInfo.Utc) { Calendar = "office" })
        {
            ByHand = name => byHand && name == "main.office" ? new Web3Tel.Hours.HandSetting(Open: false, time.AddHours(1)) : null,
        };
        _center = RunningCenter.Open(
            new() { Queues = [Desk.Sales] }, Web3Tel.Flows.NamedSteps.None, center => ScenarioFlow.Of(center, parts, "main"));
        _center.Clock.AdvanceTo(time);
    }

    void Pass(int minutes) => _center!.Clock.AdvanceBy(TimeSpan.FromMinutes(minutes));

    /// <summary>Later on the same day.</summary>
    bool OpenAt(string time)
    {
        var now = _center!.Clock.Now;
        var day = now.ToOffset(TimeSpan.FromHours(1)).Date;
        _center.Clock.AdvanceTo(new DateTimeOffset(day.Add(TimeSpan.Parse(time, CultureInfo.InvariantCulture)), TimeSpan.FromHours(1)));
        return IsOpen();
    }

    bool IsOpen()
    {
        var call = _center!.Arrives(new ScriptedCall(Guid.NewGuid().ToString()));
        return _center.Center.Current.Callers[call.Info.Ref].State is CallerState.Waiting;
    }
}
