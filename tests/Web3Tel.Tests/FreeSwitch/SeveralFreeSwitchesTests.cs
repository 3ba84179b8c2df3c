using System.Reactive.Concurrency;
using FluentAssertions;
using FluentAssertions.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Flows;
using Web3Tel.FreeSwitch;
using Web3Tel.Queues;
using Web3Tel.Simulator;
using Web3Tel.Simulator.People;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>One call center on two FreeSWITCHes, and a third that it does not know, all on one virtual clock.</summary>
public sealed class SeveralFreeSwitchesTests : IDisposable
{
    readonly HistoricalScheduler clock = new(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
    readonly MemoryLink service;
    readonly SimulatedFreeSwitch first;
    readonly SimulatedFreeSwitch second;
    readonly MemoryLink secondsDoor;
    readonly MemoryHistory history = new();
    readonly MemoryJournal journal = new();
    readonly FreeSwitchSwitch ports;
    readonly Distributor center;

    public SeveralFreeSwitchesTests()
    {
        service = new MemoryLink(clock);
        (first, var firstsDoor, var toFirst) = Boot(1);
        (second, secondsDoor, var toSecond) = Boot(2);
        first.Listen(firstsDoor);
        ports = new FreeSwitchSwitch(
            [(new FreeSwitchOptions { Node = "first" }, toFirst), (new FreeSwitchOptions { Node = "second" }, toSecond)],
            new OutboundListener(service, new OutboundListenerOptions { Delivery = DeliveryMode.Inline }, clock),
            clock,
            NullLogger.Instance);
        center = new Distributor(ports, journal, history, clock);
        center.Start(
            CallCenter.Empty,
            Guid.Empty,
            new Configuration
            {
                Queues = [new QueueSettings { Name = "support", RingTime = 20.Seconds(), WrapUp = TimeSpan.Zero }],
                Agents = [new AgentSettings { Id = "anna", Name = "Anna", Destination = "user/1001", Queues = ["support"] }],
            },
            Reception.Flow(center, null, "support"));
        ports.Start();
        Run(1);
    }

    [Fact]
    public void One_that_is_away_for_hours_is_said_to_be_so_once()
    {
        Run(TimeSpan.FromHours(8).TotalSeconds);

        journal.Entries.Select(entry => entry.Event).OfType<Event.NodeLost>().Should().ContainSingle().Which.Node.Should().Be("second");
    }

    [Fact]
    public void One_that_is_away_at_the_start_costs_the_callers_of_the_other_nothing_and_serves_its_own_when_it_comes()
    {
        Phone(first);
        Phone(second);
        var (here, there) = (Call(first, 1), Call(second, 2));
        Run(30);
        (here.HasTalked, there.HasTalked).Should().Be((true, false));

        Come();
        Run(30);
        there.HasTalked.Should().BeTrue();
    }

    [Fact]
    public void Callers_of_both_are_served_in_the_order_of_their_coming_each_from_the_FreeSWITCH_they_are_on()
    {
        Come();
        var (one, two) = (Phone(first), Phone(second));
        var callers = new List<SimulatedCaller>();
        for (var i = 1; i <= 4; i++)
        {
            callers.Add(Call(i % 2 == 1 ? first : second, i));
            Run(0.1);
        }

        Run(60);

        callers.Should().AllSatisfy(caller => caller.HasTalked.Should().BeTrue());
        (one.Conversations, two.Conversations).Should().Be((2, 2));
        history.Puts.Select(entry => (entry.Node, entry.Number)).Distinct().Should()
            .Equal(("first", "+79161"), ("second", "+79162"), ("first", "+79163"), ("second", "+79164"));
    }

    [Fact]
    public void When_one_crashes_its_callers_are_no_ghosts_and_those_of_the_other_are_served()
    {
        Come();
        Phone(first).NeverAnswers();
        var two = Phone(second);
        var (lost, kept) = (Call(first, 1), Call(second, 2));
        Run(1);

        first.Crash();
        Run(120);

        lost.HasTalked.Should().BeFalse();
        kept.HasTalked.Should().BeTrue();
        two.Conversations.Should().Be(1);
        center.Current.Callers.Should().BeEmpty();
        Phone(first);
        var next = Call(first, 3);
        Run(30);
        next.HasTalked.Should().BeTrue();
    }

    [Fact]
    public void Callers_of_a_FreeSWITCH_that_is_not_set_are_given_back_to_it()
    {
        Come();
        Phone(first);
        using var stranger = new SimulatedFreeSwitch(
            clock, new SimulatorOptions { Seed = 3, Dialplan = _ => [new("set", "socket_resume=true"), new("socket", "anywhere:8084 async full"), new("sleep", "600000")] }, _ => service);
        var caller = Call(stranger, 9);

        Run(4);
        caller.Variable("current_application").Should().Be("socket");
        Run(30);

        caller.Variable("current_application").Should().Be("sleep");
        center.Current.Callers.Should().BeEmpty();
        history.Puts.Should().BeEmpty();
    }

    public void Dispose()
    {
        center.Dispose();
        ports.Dispose();
        first.Dispose();
        second.Dispose();
    }

    /// <summary>The second can be commanded from now on.</summary>
    void Come()
    {
        second.Listen(secondsDoor);
        Run(1);
    }

    (SimulatedFreeSwitch FreeSwitch, MemoryLink Door, InboundSocket Socket) Boot(int seed)
    {
        var door = new MemoryLink(clock);
        var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Seed = seed }, _ => service);
        return (freeSwitch, door, new InboundSocket(door, new InboundSocketOptions { Delivery = DeliveryMode.Inline, Random = new Random(seed), LongestRetry = 1.Seconds() }, clock));
    }

    static SimulatedOperator Phone(SimulatedFreeSwitch freeSwitch) => freeSwitch.Operator("1001").Answers(1.Seconds()).Talks(3.Seconds());

    static SimulatedCaller Call(SimulatedFreeSwitch freeSwitch, int number) => freeSwitch.Call($"+7916{number}", name: $"Caller {number}");

    void Run(double seconds) => clock.AdvanceBy(TimeSpan.FromSeconds(seconds));
}
