using System.Reactive;
using System.Reactive.Linq;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Lines;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Whichever way a caller comes to a conversation that is recorded, they are told so before it; over the wire, where a sound takes three seconds.</summary>
public sealed class NoticesBeforeConversationsTests : IDisposable
{
    const string Outside = "79160000001";
    const string Customer = "79161234567";

    Spine spine = null!;

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.FreeSwitch.CallCount.Should().Be(0, "nobody is left on the line");
        spine.Dispose();
    }

    [Fact]
    public void Callers_of_a_line_hear_it_before_the_greeting()
    {
        Open(reception: (center, _) => Reception.AfterNotice(center, Reception.Flow(center, "greeting.wav", "support")), configuration: WithLine);
        var caller = spine.Caller(1);
        spine.Run(5);
        spine.Center.Current.Callers.Values.Single().ToldOfRecording.Should().BeTrue();
        spine.Run(3);
        caller.IsTalking.Should().BeTrue("notice, greeting, a second of ringing");
        caller.HangsUp();
        Told(spine.Run(20).History.Single());
    }

    [Fact]
    public void A_service_that_dies_after_it_says_it_to_nobody_twice()
    {
        Open(reception: (center, _) => Reception.AfterNotice(center, Reception.Flow(center, "greeting.wav", "support")), configuration: WithLine);
        spine.Operator(1).NeverAnswers();
        var caller = spine.Caller(1);
        spine.Run(8).Kill().Run(3);
        spine.Live().Run(30);
        spine.Center.Current.Callers.Values.Single().Journey.Count(step => step.What == JourneyEvent.RecordingAnnounced).Should().Be(1);
        caller.HangsUp();
        spine.Run(20);
    }

    [Fact]
    public void A_caller_who_overflows_into_a_queue_that_wants_it_hears_it_there()
    {
        Open(queues: queue => queue.Name == "sales" ? queue with { RecordingNotice = "sales.wav" } : queue with { MaxWait = 10.Seconds(), OverflowTo = "sales" });
        spine.Operator(1).NeverAnswers();
        var caller = spine.Caller(1);
        spine.Run(18);
        spine.Center.Current.Callers.Values.Single().Should().Match<Web3Tel.Callers.Caller>(known => known.Queue == "sales" && known.ToldOfRecording);
        spine.Operator(1).Answers(1.Seconds());
        spine.Run(60);
        caller.IsTalking.Should().BeTrue();
        caller.HangsUp();
        Told(spine.Run(20).History.Single());
    }

    [Fact]
    public void A_caller_who_is_transferred_into_such_a_queue_hears_it_while_the_phone_rings_and_the_agent_waits_for_its_end()
    {
        Open(operators: 2, queues: queue => queue.Name == "sales" ? queue with { RecordingNotice = "sales.wav" } : queue);
        spine.Operator(2).Answers(1.Seconds());
        var caller = spine.Caller(1);
        spine.Run(6);
        caller.IsTalking.Should().BeTrue();
        spine.Center.Post(at => new Event.TransferAsked(at, spine.Center.Current.Callers.Keys.Single(), TransferKind.Queue, "sales", "op1"));
        spine.Run(2);
        spine.Center.Current.Offers.Values.Should().ContainSingle(offer => offer.Announcing);
        caller.IsTalking.Should().BeFalse("the notice is not over");
        spine.Run(3);
        caller.IsTalking.Should().BeTrue();
        caller.HangsUp();
        spine.Run(20).History.Single().Journey.Select(step => step.What).Should().ContainInOrder(JourneyEvent.Connected, JourneyEvent.Transferred, JourneyEvent.RecordingAnnounced, JourneyEvent.Connected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void A_caller_who_is_put_through_to_a_number_outside_hears_it_while_that_rings(double answersAfter)
    {
        PutThrough(answersAfter);
        var caller = spine.Caller(1);
        spine.Run(2.5);
        caller.IsTalking.Should().BeFalse("the notice is not over");
        spine.Run(10);
        (caller.IsTalking, spine.FreeSwitch.Operator(Outside).IsTalking).Should().Be((true, true));
        spine.FreeSwitch.Channels.All.SelectMany(channel => channel.Recordings.Paths).Should().ContainSingle();
        caller.HangsUp();
        Told(spine.Run(20).History.Single());
    }

    [Fact]
    public void Whoever_hangs_up_at_any_moment_leaves_nobody_on_the_line()
    {
        foreach (var after in new[] { 0.02, 0.5, 1.0, 1.02, 1.1, 2, 3.0, 3.02, 3.05, 3.1, 3.2, 8 })
        {
            foreach (var callerDoes in new[] { true, false })
            {
                PutThrough(answersAfter: 1);
                var caller = spine.Caller(1);
                spine.Run(after);
                if (callerDoes)
                {
                    caller.HangsUp();
                }
                else
                {
                    spine.FreeSwitch.Operator(Outside).HangsUp();
                }

                spine.Run(5);
                caller.HangsUp();
                spine.Run(60);
                spine.FreeSwitch.CallCount.Should().Be(0, $"hung up after {after} s");
                spine.Center.Current.Guests.Should().BeEmpty();
                spine.History.Single().Journey.Count(step => step.What == JourneyEvent.RecordingAnnounced).Should().BeLessThanOrEqualTo(1);
                spine.Dispose();
            }
        }

        PutThrough(answersAfter: 1);
    }

    [Theory]
    [InlineData(CallbackOrder.AgentFirst)]
    [InlineData(CallbackOrder.CustomerFirst)]
    public void A_customer_who_is_called_back_hears_it_before_the_agent(CallbackOrder order)
    {
        var phone = CalledBack(order);
        while (!spine.Center.Current.Callers.Values.Any(caller => caller.Callback?.Reached == true))
        {
            spine.Run(0.1);
        }

        spine.Run(2);
        phone.IsTalking.Should().BeFalse("the notice is not over");
        spine.Run(6);
        (phone.IsTalking, spine.Operator(1).IsTalking).Should().Be((true, true));
        phone.HangsUp();
        Told(spine.Run(30).History.Single());
    }

    [Theory]
    [InlineData(CallbackOrder.AgentFirst, true)]
    [InlineData(CallbackOrder.AgentFirst, false)]
    [InlineData(CallbackOrder.CustomerFirst, true)]
    public void Whoever_hangs_up_in_it_ends_that_call_and_the_next_is_told_anew(CallbackOrder order, bool customerDoes)
    {
        var phone = CalledBack(order);
        while (!spine.Center.Current.Offers.Values.Any(offer => offer.Announcing))
        {
            spine.Run(0.05);
        }

        if (customerDoes)
        {
            phone.HangsUp();
        }
        else
        {
            spine.Operator(1).HangsUp();
        }

        spine.Run(120);
        spine.Center.Current.Offers.Values.Any(offer => offer.Announcing).Should().BeFalse();
        phone.HangsUp();
        spine.Run(300);
        phone.HangsUp();
        Told(spine.Run(60).History[0]);
    }

    static void Told(HistoryEntry entry)
    {
        var journey = entry.Journey.Select(step => step.What).ToList();
        if (journey.Contains(JourneyEvent.Connected))
        {
            journey.IndexOf(JourneyEvent.RecordingAnnounced).Should().BeInRange(0, journey.IndexOf(JourneyEvent.Connected));
        }
    }

    static Configuration WithLine(Configuration usual) => usual with { Lines = [new LineSettings("1000") { RecordingNotice = "line.wav" }] };

    Web3Tel.Simulator.People.SimulatedOperator CalledBack(CallbackOrder order)
    {
        Open(queues: queue => queue with { RecordingNotice = "recorded.wav", Callback = new CallbackSettings { Order = order, Pause = 60.Seconds(), Attempts = 2 } });
        var phone = spine.FreeSwitch.Operator(Customer).Answers(2.Seconds());
        spine.Center.Post(at => new Event.CallbackAsked(at, new CallbackWish("support", Customer)));
        return phone;
    }

    /// <summary>Straight from the arrival, by a flow that says nothing first.</summary>
    void PutThrough(double answersAfter)
    {
        Open(
            reception: (center, _) => FlowSteps.Answer.Then<Reply, Unit>(call => Observable.Defer(() =>
            {
                center.Post(at => new Event.WentOn(at, call.Info.Ref, new NextStep.Number(Outside)));
                return Observable.Never<Unit>();
            })),
            configuration: WithLine);
        spine.FreeSwitch.Operator(Outside).Answers(TimeSpan.FromSeconds(answersAfter));
    }

    void Open(
        int operators = 1,
        Func<Distributor, System.Reactive.Concurrency.IScheduler, Flow<Unit>>? reception = null,
        Func<QueueSettings, QueueSettings>? queues = null,
        Func<Configuration, Configuration>? configuration = null)
    {
        spine = new Spine(operators, reception: reception, queues: queues, configuration: configuration);
        spine.Operator(1).Answers(1.Seconds());
    }
}
