using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class TimeOfJoiningTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Times_of_joining_tell_the_order_even_when_the_clock_stands_still_or_goes_back()
    {
        var state = CallCenter.Empty;
        Take(new Event.ServiceStarted(Start, Guid.Empty));
        Take(new Event.Configured(Start, new Configuration { Queues = [new QueueSettings { Name = "support" }] }));
        Take(new Event.NodeSurveyed(Start, "fs1", []));

        foreach (var (id, second) in (ReadOnlySpan<(string, int)>)[("a", 2), ("b", 2), ("c", 1)])
        {
            var call = new CallRef("fs1", id);
            Take(new Event.CallArrived(Start, call, id, "", "1000", Start));
            Take(new Event.Joined(Start.AddSeconds(second), call, "support"));
        }

        state.Callers.Values.OrderBy(caller => caller.Joined).Select(caller => caller.Number).Should().Equal("a", "b", "c");
        state.Callers.Values.Select(caller => caller.Joined).Should().OnlyHaveUniqueItems();

        void Take(Event happened) => state = Engine.Step(state, happened).Next;
    }
}
