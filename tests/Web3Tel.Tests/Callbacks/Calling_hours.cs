using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

public sealed class Calling_hours
{
    /// <summary>Monday to Friday from nine to six in Moscow; the desk opens on Tuesday at 13:00 there.</summary>
    static readonly CallingHours Office = new("Europe/Moscow")
    {
        Week = [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .Select(day => new CallingPeriod(day, new TimeOnly(9, 0), new TimeOnly(18, 0)))],
    };

    [Fact]
    public void Nobody_is_called_outside_the_hours_and_the_place_is_kept()
    {
        var desk = Open(Office);
        desk.Now = Moscow(24, 18, 30);
        desk.Joins("busy").Wishes().Joins("b");
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.OutsideHours && shown.NotBefore == Moscow(25, 9, 0) && shown.Place == 2);
        desk.Talks("anna").HangsUp("busy").Pass(10).CallerOf("anna").Should().Be("b", "those on the line are served meanwhile");
        desk.Talks("anna").HangsUp("b").Pass(10);
        desk.Now = Moscow(25, 8, 59);
        desk.Dialled().Should().BeEmpty();
        desk.Pass(61).OfferOf("anna").Call.Should().Be(desk.Request().Call);
    }

    [Fact]
    public void The_hours_end_while_it_waits()
    {
        var desk = Open(Office, agent: null);
        desk.Now = Moscow(24, 17, 0);
        desk.Wishes().Shown().Rest.Should().BeNull();
        desk.Pass(3600).Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.OutsideHours && shown.NotBefore == Moscow(25, 9, 0));
    }

    [Fact]
    public void The_hours_end_while_an_agent_is_rung()
    {
        var desk = Open(Office);
        desk.Now = Moscow(24, 17, 0).AddMinutes(59).AddSeconds(50);
        desk.Wishes().Pass(10);
        desk.AllEffects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Shown().Rest.Should().Be(CallbackRest.OutsideHours);
    }

    [Fact]
    public void A_pause_that_ends_at_night_ends_in_the_morning()
    {
        var desk = Open(Office);
        desk.Now = Moscow(24, 17, 0).AddMinutes(58);
        desk.Wishes().Answers("anna").CustomerFails(OfferOutcome.Busy).Pass(301);
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.OutsideHours && shown.NotBefore == Moscow(25, 9, 0));
    }

    [Fact]
    public void Other_hours_count_for_those_who_wait()
    {
        var desk = Open(Office, agent: null);
        desk.Now = Moscow(24, 19, 0);
        desk.Wishes().Shown().Rest.Should().Be(CallbackRest.OutsideHours);
        desk.Do(new Event.Configured(desk.Now, CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual }))).Shown().Rest.Should().BeNull();
    }

    [Fact]
    public void Other_hours_count_for_one_for_whom_an_agent_is_rung()
    {
        var desk = Open(Office);
        desk.Now = Moscow(24, 17, 0);
        desk.Wishes().Do(With(new TimeOnly(20, 0))).OfferOf("anna").Call.Should().Be(desk.Request().Call, "the phone rings on");
        desk.Request().Callback!.HoursEnd.Should().Be(Moscow(24, 20, 0));
        desk.Do(With(new TimeOnly(16, 0))).AllEffects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.OutsideHours && shown.NotBefore == Moscow(25, 9, 0));

        Event.Configured With(TimeOnly end) => new(
            desk.Now, CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual with { Hours = Office with { Week = [.. Office.Week.Select(day => day with { To = end })] } } }, "anna"));
    }

    [Fact]
    public void Days_without_calls_are_passed_over() =>
        (Office with { Closed = [new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 26)] }).NextChange(Moscow(24, 20, 0)).Should().Be(Moscow(27, 9, 0));

    [Fact]
    public void Hours_go_with_summer_time()
    {
        var berlin = Office with { Zone = "Europe/Berlin" };
        berlin.NextChange(new DateTimeOffset(2026, 3, 27, 20, 0, 0, TimeSpan.Zero)).Should().Be(new DateTimeOffset(2026, 3, 30, 7, 0, 0, TimeSpan.Zero));
        berlin.NextChange(new DateTimeOffset(2026, 3, 26, 20, 0, 0, TimeSpan.Zero)).Should().Be(new DateTimeOffset(2026, 3, 27, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Hours_may_go_over_midnight()
    {
        var night = new CallingHours("Europe/Moscow") { Week = [new(DayOfWeek.Tuesday, new TimeOnly(22, 0), new TimeOnly(2, 0))] };
        night.NextChange(Moscow(24, 12, 0)).Should().Be(Moscow(24, 22, 0));
        night.NextChange(Moscow(24, 23, 0)).Should().Be(Moscow(25, 2, 0));
        night.IsOpen(Moscow(25, 1, 0)).Should().BeTrue();
    }

    [Fact]
    public void Hours_that_are_always_open_never_change() =>
        new CallingHours("UTC") { Week = [.. Enum.GetValues<DayOfWeek>().Select(day => new CallingPeriod(day, TimeOnly.MinValue, TimeOnly.MinValue))] }
            .NextChange(Desk.Opening).Should().BeNull();

    [Fact]
    public void All_that_is_wrong_with_the_settings_is_told_at_once()
    {
        var callback = new CallbackSettings
        {
            RingTime = 6.Minutes(),
            Attempts = 101,
            Pause = 1.Milliseconds(),
            Expiry = 31.Days(),
            Hours = new CallingHours("Mars/Olympus"),
            Numbers = new NumberRule { Shortest = 9, Longest = 8, Blocked = ["7 8", "x"] },
            ShownNumber = "nobody",
            Label = "a\nb",
        };
        var problems = new Configuration { Queues = [Desk.Sales with { Callback = callback, Strategy = Web3Tel.Queues.Strategy.RingAll }] }.Problems();
        problems.Should().HaveCount(13).And.OnlyContain(problem => problem.StartsWith("Queue 'sales': Callback"));
        problems.Should().Contain("Queue 'sales': Callback needs a line out: set LineOut, such as sofia/gateway/provider/{number}.");
    }

    [Fact]
    public void Settings_written_down_and_read_again_are_the_same()
    {
        var settings = new CallbackSettings { Order = CallbackOrder.CustomerFirst, Hours = Office with { Closed = [new DateOnly(2027, 1, 1)] }, Numbers = new NumberRule { Allowed = ["+7"] } };
        var desk = new Desk(CallbackDesk.With(Desk.Sales with { Callback = settings }));
        OnDisk.Restored(desk.State).Queues["sales"].Settings.Callback.Should().BeEquivalentTo(settings);
    }

    static Desk Open(CallingHours hours, string? agent = "anna") =>
        CallbackDesk.Open(CallbackDesk.Usual with { Hours = hours, Expiry = 7.Days() }, agent is null ? [] : [agent]);

    static DateTimeOffset Moscow(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(3));
}
