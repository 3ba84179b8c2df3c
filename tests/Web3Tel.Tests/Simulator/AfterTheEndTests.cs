using System.Reactive.Concurrency;
using FluentAssertions;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Tests.Simulator;

public sealed class AfterTheEndTests
{
    /// <summary>Seen once: the end of a connection came from its own thread after the scheduler was gone, and ended the process.</summary>
    [Fact]
    public void What_is_posted_when_simulator_and_scheduler_are_gone_harms_nobody()
    {
        var scheduler = new EventLoopScheduler();
        var freeSwitch = new SimulatedFreeSwitch(scheduler, new SimulatorOptions(), _ => throw new InvalidOperationException("Nobody is called."));
        freeSwitch.Dispose();
        scheduler.Dispose();

        freeSwitch.Invoking(it => it.Post(() => { })).Should().NotThrow();
    }
}
