using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Changes_while_waiting
{
    static readonly QueueSettings Service = new() { Name = "service", Music = "old music" };

    [Fact]
    public void Who_waited_in_a_queue_that_is_no_more_hears_the_music_of_the_next()
    {
        var center = new RunningCenter(desk => Reception.Flow(desk, null, "service"), Desk.Sales with { Music = "new music" }, Service);
        var call = center.Arrives(new ScriptedCall("caller"));
        call.Log.Should().Contain("music old music").And.NotContain("music new music");

        Change(center, configuration => configuration with
        {
            Queues = [configuration.Queues[0]],
            Agents = [.. configuration.Agents.Select(agent => agent with { Queues = ["sales"] })],
        });

        call.Log.Should().ContainInOrder("silence", "music new music");
        center.Center.Current.PositionOf(call.Info.Ref).Should().Be(1);
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_key_that_is_new_counts_for_those_who_wait_already()
    {
        var center = new RunningCenter(desk => Reception.Flow(desk, null, "service"), Desk.Sales, Service);
        var call = center.Arrives(new ScriptedCall("caller"));

        Change(center, configuration => configuration with
        {
            Queues = [configuration.Queues[0], Service with { ExitKeys = [new ExitKey('1', new NextStep.Queue("sales"))] }],
        });
        call.Happening.OnNext(new CallEvent.Digit(center.Clock.Now, '1'));

        center.Center.Current.Callers[call.Info.Ref].Queue.Should().Be("sales");
    }

    [Fact]
    public void Who_hears_a_greeting_joins_the_queue_that_is_set_at_its_end()
    {
        var queue = "service";
        var center = new RunningCenter(desk => Reception.Flow(desk, "hello.wav", () => queue), Desk.Sales, Service);
        var call = new ScriptedCall("caller");
        var greeting = call.Hold<CallCommand.Play>();
        center.Arrives(call);

        Change(center, configuration => configuration with
        {
            Queues = [configuration.Queues[0]],
            Agents = [.. configuration.Agents.Select(agent => agent with { Queues = ["sales"] })],
        });
        queue = "sales";
        greeting.OnNext(Reply.Done);

        center.Center.Current.Callers[call.Info.Ref].Queue.Should().Be("sales");
    }

    static void Change(RunningCenter center, Func<Configuration, Configuration> change) =>
        center.Center.Post(new Event.Configured(center.Clock.Now, change(center.Center.Current.Configuration)));
}
