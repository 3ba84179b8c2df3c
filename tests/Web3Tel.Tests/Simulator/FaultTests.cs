using FluentAssertions;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>What goes wrong between a service and its switch, made to go wrong.</summary>
public sealed class FaultTests
{
    static readonly SimulatorOptions Options = new() { Dialplan = _ => [new("socket", "127.0.0.1:8084 async full"), new("park")] };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void However_the_bytes_are_split_and_delayed_the_same_is_said(int piece)
    {
        var random = new Random(piece);
        using var bench = new Bench(Options, new MemoryLinkOptions
        {
            Delay = TimeSpan.FromMilliseconds(30),
            Split = waiting => random.Next(1, Math.Min(piece, waiting) + 1),
        });
        bench.Serve();
        bench.FreeSwitch.Call("+7916", name: "Иван");
        bench.Run(1);
        var seen = Bench.Watch(bench.Call);

        Bench.Execute(bench.Call, "answer");
        Bench.Execute(bench.Call, "playback", "hello.wav");
        bench.Run(4);

        bench.Call.ChannelData["Caller-Caller-ID-Name"].Should().Be("Иван");
        seen.Should().Equal(
            "CHANNEL_EXECUTE answer",
            "CHANNEL_ANSWER",
            "CHANNEL_EXECUTE_COMPLETE answer _none_",
            "CHANNEL_EXECUTE playback",
            "CHANNEL_EXECUTE_COMPLETE playback FILE PLAYED");
    }

    [Fact]
    public void A_connection_that_is_cut_comes_back_and_the_calls_have_lived_on()
    {
        using var bench = new Bench(new() { Dialplan = _ => [new("park")] });
        var caller = bench.FreeSwitch.Call("1234");
        var states = new List<string>();
        bench.Inbound.States.Subscribe(state => states.Add(state.GetType().Name));

        bench.FreeSwitch.CutConnections();
        bench.Run(20);

        states.Count.Should().BeGreaterThan(2);
        bench.Api($"uuid_exists {caller.CallId}").Should().Be("true");
    }

    [Fact]
    public void A_switch_that_dies_takes_its_calls_with_it_and_comes_back_as_another()
    {
        using var bench = new Bench(Options);
        bench.Serve();
        var caller = bench.FreeSwitch.Call("1234");
        bench.Run(0.1);
        var core = bench.Call.ChannelData["Core-UUID"];
        var lost = false;
        bench.Call.Events.Subscribe(_ => { }, _ => lost = true, () => lost = true);
        bench.Api("hash insert/web3tel/beat/42");

        bench.FreeSwitch.Crash();
        bench.Run(20);

        lost.Should().BeTrue();
        caller.IsOver.Should().BeTrue();
        bench.FreeSwitch.CallCount.Should().Be(0);
        bench.Api("hash select/web3tel/beat").Should().Be("-ERR no reply");
        bench.FreeSwitch.Call("1234");
        bench.Run(0.1);
        bench.Call.ChannelData["Core-UUID"].Should().NotBe(core);
    }

    [Fact]
    public void Nothing_that_was_planned_before_a_crash_happens_after_it()
    {
        using var bench = new Bench(Options);
        bench.FreeSwitch.Operator("1001").Answers(TimeSpan.FromSeconds(5));
        bench.Inbound.Send(new BgApi("originate user/1001 &park()")).Subscribe(_ => { }, _ => { });
        bench.Run(1);

        bench.FreeSwitch.Crash();
        bench.Run(20);

        bench.FreeSwitch.CallCount.Should().Be(0);
        bench.FreeSwitch.Operator("1001").IsBusy.Should().BeFalse();
    }

    [Fact]
    public void A_stalled_switch_answers_nothing_and_catches_up_afterwards()
    {
        using var bench = new Bench(new() { Dialplan = _ => [new("answer"), new("park")] });
        var answers = new List<string>();
        var seen = new List<string>();
        bench.Inbound.Events.Subscribe(happened => seen.Add(happened.RawEventName));
        bench.Inbound.Send(new Events(EventName.ChannelAnswer)).Subscribe();
        bench.Run(0.1);

        bench.FreeSwitch.IsStalled = true;
        bench.Inbound.Send(new Api("echo hello")).Subscribe(answer => answers.Add(answer.Body));
        bench.FreeSwitch.Call("1234");
        bench.Run(5);
        answers.Should().BeEmpty();
        seen.Should().BeEmpty();

        bench.FreeSwitch.IsStalled = false;
        bench.Run(0.1);
        answers.Should().Equal("hello");
        seen.Should().Equal("CHANNEL_ANSWER");
    }
}
