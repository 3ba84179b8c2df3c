using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Overflowing_while_waiting
{
    readonly RunningCenter _center = new(
        null,
        Desk.Sales with { Music = "moh", MaxWait = TimeSpan.FromSeconds(60), OverflowTo = "service" },
        new QueueSettings { Name = "service", Music = "calm" });

    [Fact]
    public void Changes_the_music_and_what_the_call_remembers()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        call.Log.Clear();

        _center.Clock.AdvanceBy(TimeSpan.FromSeconds(60));

        call.Log.Should().Equal("silence", $"set web3tel_joined={TimeOfJoining.ToText(Desk.Opening)} web3tel_queue=service", "music calm");
    }
}
