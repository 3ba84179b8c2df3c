using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.EventSocket.Commands;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>Callers outlive the service: the pattern of the dialplan with the heartbeat.</summary>
public sealed class SurvivalTests : IDisposable
{
    readonly Bench bench = new(new SimulatorOptions());
    IDisposable? heart;

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Waiting_callers_come_back_to_the_new_service_with_their_ids_and_variables()
    {
        var service = Live();
        bench.Run(0.1);
        var callers = Enumerable.Range(1, 3).Select(i => bench.FreeSwitch.Call($"+7916000000{i}")).ToList();
        bench.Run(0.5);
        bench.Calls.Should().HaveCount(3);
        foreach (var call in bench.Calls)
        {
            Bench.Execute(call, "answer");
            Bench.Execute(call, "playback", "local_stream://moh");
            bench.Api($"uuid_setvar {call.Uuid} web3tel_joined {call.Uuid}");
        }

        bench.Run(1);
        Die(service);
        bench.Run(40);
        callers.Should().AllSatisfy(caller => caller.IsOver.Should().BeFalse());
        var before = bench.Calls.Count;

        Live();
        bench.Run(3);

        var back = bench.Calls.Skip(before).ToList();
        back.Select(call => call.Uuid).Should().BeEquivalentTo(callers.Select(caller => caller.CallId));
        back.Should().AllSatisfy(call => call.ChannelData.GetVariable("web3tel_joined").Should().Be(call.Uuid));
    }

    [Fact]
    public void A_service_without_a_heartbeat_is_never_tried()
    {
        var tried = 0;
        var freeSwitch = new SimulatedFreeSwitch(bench.Clock, null, _ =>
        {
            tried++;
            return bench.Service;
        });

        var caller = freeSwitch.Call("1234");
        bench.Run(90);

        tried.Should().Be(0);
        caller.IsAnswered.Should().BeTrue("it hears music meanwhile");
        caller.IsOver.Should().BeFalse();
    }

    [Fact]
    public void A_caller_who_comes_while_the_service_is_away_is_served_when_it_is_back()
    {
        var caller = bench.FreeSwitch.Call("1234");
        bench.Run(10);
        bench.Calls.Should().BeEmpty();

        Live();
        bench.Run(3);

        bench.Call.Uuid.Should().Be(caller.CallId);
        bench.Call.ChannelData["Answer-State"].Should().Be("answered");
    }

    [Fact]
    public void A_service_that_refuses_although_its_heart_beats_is_tried_again_after_some_music()
    {
        Beat();
        var caller = bench.FreeSwitch.Call("1234");
        bench.Run(5);
        caller.IsOver.Should().BeFalse();

        bench.Serve();
        bench.Run(3);

        bench.Calls.Should().ContainSingle();
    }

    IDisposable Live()
    {
        Beat();
        return bench.Serve();
    }

    void Die(IDisposable service)
    {
        heart!.Dispose();
        service.Dispose();
        bench.Service.Cut();
    }

    void Beat() => heart = Observable.Timer(TimeSpan.Zero, TimeSpan.FromMilliseconds(500), bench.Clock)
        .Select(_ => bench.Inbound.Send(new Api($"hash insert/web3tel/beat/{bench.Clock.Now.ToUnixTimeSeconds()}")))
        .Concat()
        .Subscribe();
}
