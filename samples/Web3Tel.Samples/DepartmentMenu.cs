using System.Collections.Immutable;
using System.Reactive;
using System.Reactive.Concurrency;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Hours;
using Web3Tel.Menus;
using static Web3Tel.Flows.FlowSteps;

namespace Web3Tel.Samples;

/// <summary>Shows office hours, and menus of two levels, dialled through by those who know them.</summary>
public static class DepartmentMenu
{
    static readonly ImmutableArray<Period> Day = [new(new TimeOnly(9, 0), new TimeOnly(18, 0))];

    static readonly Menu<string> Support = Level("support.wav").On("1", "support").On("2", "sales").Back();

    static readonly Menu<string> Departments = Level("departments.wav").On("1", "sales").On("2", Support);

    public static OpeningHours Office { get; } = new(TimeZoneInfo.Utc)
    {
        Week = Enumerable.Range((int)DayOfWeek.Monday, 5).ToImmutableDictionary(day => (DayOfWeek)day, _ => Day),
        Holidays = [(1, 1), (12, 25)],
    };

    public static Flow<Unit> Flow(Distributor center, IScheduler scheduler) => Answer.Then(HoursFlow.ByHours(
        () => Office,
        scheduler,
        open: MenuFlow.Choose(Departments, scheduler, greeting: "greeting.wav").Then(queue => Queueing.Queue(center, queue)),
        closed: Play("closed.wav").Then(HangUp(HangupCause.NormalClearing)).Select(_ => Unit.Default)));

    static Menu<string> Level(string prompt) => new Menu<string>(prompt, Otherwise: "support").On("0", "support").Repeat();
}
