using System.Collections.Immutable;
using System.Reactive.Subjects;
using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Server.Logging;
using Web3Tel.Server.Tests.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Logging;

public sealed class RepairLogTests
{
    [Fact]
    public void What_is_put_right_is_said_once_and_not_again_by_the_next_life_of_the_service()
    {
        var log = new LogLines();
        var restored = After(CallCenter.Empty, (Repair.GhostCaller, 2));
        using var states = new BehaviorSubject<CallCenter>(CallCenter.Empty);
        using var following = RepairLog.Follow(restored, states, log).Subscribe();

        var begun = restored with { Number = restored.Number + 1 };
        states.OnNext(begun);
        log.Lines.Should().BeEmpty("an earlier life has said it");

        var found = After(begun, (Repair.GhostCaller, 4), (Repair.LostPhone, 1));
        states.OnNext(found);
        states.OnNext(found with { Number = found.Number + 1 });
        log.Lines.Select(line => line.Trim()).Should().Equal(
            "Warning Found and put right: GhostCaller, 2 at once, 4 so far.",
            "Warning Found and put right: LostPhone, 1 at once, 1 so far.");
    }

    [Fact]
    public void What_the_first_step_of_a_life_puts_right_is_said()
    {
        var log = new LogLines();
        var restored = After(CallCenter.Empty, (Repair.GhostCaller, 2));
        using var states = new BehaviorSubject<CallCenter>(CallCenter.Empty);
        using var following = RepairLog.Follow(restored, states, log).Subscribe();

        states.OnNext(After(restored, (Repair.GhostCaller, 3)));

        log.All.Should().Contain("GhostCaller, 1 at once, 3 so far.");
    }

    static CallCenter After(CallCenter state, params (Repair What, long Count)[] repairs) =>
        state with { Number = state.Number + 1, Repairs = repairs.ToImmutableSortedDictionary(one => one.What, one => one.Count) };
}
