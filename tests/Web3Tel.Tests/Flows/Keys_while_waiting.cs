using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Keys_while_waiting
{
    readonly RunningCenter _center = new(
        null,
        Desk.Sales with { Music = "moh", ExitKeys = [new('2', new NextStep.Queue("service")), new('9', new NextStep.HangUp("bye.wav"))] },
        new QueueSettings { Name = "service", Music = "calm" });

    [Fact]
    public void Lead_to_the_music_of_another_queue()
    {
        var call = _center.Arrives(new ScriptedCall("caller"));
        call.Log.Clear();
        Press(call, '5');
        call.Log.Should().BeEmpty();
        Press(call, '2');
        call.Log.Should().StartWith("silence").And.EndWith("music calm");
        Press(call, '9');
        call.Log.Should().EndWith("music calm", "that key means nothing in the queue of now");
    }

    [Fact]
    public void Lead_to_a_message_and_then_the_end_of_the_call()
    {
        var call = new ScriptedCall("caller");
        _center.Arrives(call);
        call.Log.Clear();
        var message = call.Hold<CallCommand.Play>();
        Press(call, '9');
        call.Log.Should().Equal("silence", "play bye.wav");
        message.OnNext(Reply.Done);
        call.Log.Should().EndWith("hang up NORMAL_CLEARING");
    }

    [Fact]
    public void A_message_that_does_not_end_is_broken_off()
    {
        var call = new ScriptedCall("caller");
        _center.Arrives(call);
        call.Hold<CallCommand.Play>();
        Press(call, '9');
        _center.Clock.AdvanceBy(60.Seconds());
        call.Log.Should().EndWith("hang up NORMAL_CLEARING");
        _center.Faults.Should().BeEmpty();
    }

    void Press(ScriptedCall call, char key) => call.Happening.OnNext(new CallEvent.Digit(_center.Clock.Now, key));
}
