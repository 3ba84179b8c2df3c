using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class PastStatesTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 20, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();
    readonly VirtualTime time = new(Start);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_state_of_each_hour_is_kept()
    {
        var states = new PastStates(new StorageOptions(folder.Path, time));
        for (var minute = 0; minute < 100; minute++)
        {
            states.Keep(CallCenter.Empty with { Number = minute });
            time.Advance(TimeSpan.FromMinutes(1));
        }

        states.Between(Start, Start.AddDays(1)).Select(state => state.Number).Should().Equal(0, 40);
        states.Before(Start.AddMinutes(39))!.Number.Should().Be(0);
        states.Before(Start.AddMinutes(40))!.Number.Should().Be(40);
        states.Before(Start.AddSeconds(-1)).Should().BeNull();
        states.MonthBefore(Start).Should().Be("2026-11");
    }

    [Fact]
    public void A_restart_keeps_none_twice_and_states_of_a_week_ago_go()
    {
        new PastStates(new StorageOptions(folder.Path, time)).Keep(CallCenter.Empty with { Number = 1 });
        time.Advance(TimeSpan.FromMinutes(5));
        new PastStates(new StorageOptions(folder.Path, time)).Keep(CallCenter.Empty with { Number = 2 });
        time.Advance(TimeSpan.FromDays(7));
        var states = new PastStates(new StorageOptions(folder.Path, time));
        states.Before(Start.AddDays(8))!.Number.Should().Be(1);
        states.Keep(CallCenter.Empty with { Number = 3 });
        Directory.GetFiles(folder["states"]).Should().ContainSingle().Which.Should().EndWith("2026-12-01T10-25-00.json");
    }
}
