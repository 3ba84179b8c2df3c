using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Callers_sent_on_by_their_flow
{
    static readonly Configuration Sales = new()
    {
        Queues = [Desk.Sales, new QueueSettings { Name = "full", MaxLength = 1 }],
        Agents = [Desk.Serving("anna", "sales") with { SignedIn = false }],
        LineOut = "out/{number}",
    };

    readonly Desk _desk = new(Sales);

    [Fact]
    public void Leave_the_queue_with_the_time_waited_kept()
    {
        _desk.Joins("a").Joins("b").Pass(10);
        _desk.Do(Goes("a", "sales", '5'));
        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("a"), "main@1.menu"));
        _desk.Position("b").Should().Be(1);
        _desk.Caller("a").Journey.Should().Contain(step => step.What == JourneyEvent.LeftByKey && step.Detail == "sales: 5");
        _desk.Do(new Event.Joined(_desk.Now, Desk.Call("a"), "sales")).Position("a").Should().Be(1);
    }

    [Fact]
    public void Are_told_apart_by_time_and_key_in_the_journey()
    {
        _desk.Joins("a").Do(Goes("a", "sales", key: null));
        _desk.Caller("a").Journey.Should().Contain(step => step.What == JourneyEvent.Overflowed && step.Detail == "sales: The longest wait of the scenario is over.");
    }

    [Theory]
    [InlineData("other")]
    [InlineData(null)]
    public void Stay_where_they_wait_in_another_queue_than_they_are_said_to(string? queue)
    {
        _desk.Joins("a");
        var before = _desk.State;
        _desk.Do(Goes("a", queue, '5'));
        _desk.State.Should().Be(before with { Number = before.Number + 1, Ignored = before.Ignored + 1 });
    }

    [Fact]
    public void Stay_in_their_conversation()
    {
        _desk.Do(new Event.AgentSignedIn(_desk.Now, "anna")).Joins("a");
        var offer = _desk.Effects.OfType<Effect.Ring>().Single().Offer;
        _desk.Do(new Event.OfferAnswered(_desk.Now, offer)).Do(new Event.Connected(_desk.Now, offer, Desk.Call("a")));
        _desk.Do(Goes("a", "sales", '5'));
        _desk.Caller("a").State.Should().BeOfType<CallerState.Talking>();
    }

    [Fact]
    public void Leave_a_phone_that_rings_for_them_to_the_next()
    {
        _desk.Do(new Event.AgentSignedIn(_desk.Now, "anna")).Joins("a").Joins("b");
        _desk.Do(Goes("a", "sales", '5'));
        _desk.Caller("b").State.Should().BeOfType<CallerState.Waiting>().Which.Offer.Should().NotBeNull();
    }

    [Fact]
    public void Reach_a_number_outside_from_no_queue_and_the_service_may_die_while_it_rings()
    {
        var number = new NextStep.Number("112", new NextStep.Named("main@1.menu"));
        _desk.Arrives("a").Do(new Event.WentOn(_desk.Now, Desk.Call("a"), number));
        _desk.Effects.OfType<Effect.Invite>().Single().Dial.Destination.Should().Be("out/112");
        _desk.Pass(2).Restart().Survey(Desk.Live(Desk.Call("a")));
        _desk.Arrives("a").Effects.OfType<Effect.Invite>().Should().ContainSingle("it is dialled anew");
        var guest = _desk.Effects.OfType<Effect.Invite>().Single().Guest;
        _desk.Do(new Event.OfferFailed(_desk.Now, guest, OfferOutcome.Busy));
        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("a"), "main@1.menu"));
        _desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void Reach_a_number_outside_from_no_queue_though_their_own_connection_breaks_while_it_rings()
    {
        _desk.Arrives("a").Do(new Event.WentOn(_desk.Now, Desk.Call("a"), new NextStep.Number("112", new NextStep.HangUp())));
        _desk.IsLost("a").Pass(1).Arrives("a");
        _desk.Effects.OfType<Effect.Hold>().Should().ContainSingle("there is music until somebody answers");
        _desk.GuestAnswers().Effects.OfType<Effect.Connect>().Should().ContainSingle();
        _desk.Do(new Event.Connected(_desk.Now, _desk.Guest().Number, Desk.Call("a"))).Caller("a").State.Should().BeOfType<CallerState.Outside>();
    }

    [Fact]
    public void Go_where_the_flow_says_when_the_queue_says_nothing()
    {
        _desk.Joins("first", "full").Arrives("second").Do(new Event.Joined(_desk.Now, Desk.Call("second"), "full", Otherwise: "main@1.menu"));
        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("second"), "main@1.menu"));
    }

    [Fact]
    public void Are_in_no_circle_for_ever()
    {
        _desk.Joins("first", "full").Arrives("second");
        for (var i = 0; i < 11; i++)
        {
            _desk.Do(new Event.Joined(_desk.Now, Desk.Call("second"), "full", Otherwise: "main@1.menu"));
        }

        _desk.Caller("second").State.Should().BeOfType<CallerState.Leaving>();
    }

    [Fact]
    public void Have_a_step_that_a_restart_remembers()
    {
        _desk.Arrives("a").Do(new Event.StepReached(_desk.Now, Desk.Call("a"), new ScenarioPlace("main", 2, "menu")));
        _desk.Do(new Event.StepReached(_desk.Now, Desk.Call("a"), new ScenarioPlace("main", 2, "menu"), "hello.wav is missing."));
        _desk.Caller("a").Journey.Select(step => (step.What, step.Detail)).Should().EndWith(
            [(JourneyEvent.StepReached, "main@2.menu"), (JourneyEvent.StepTrouble, "main@2.menu: hello.wav is missing.")]);
        OnDisk.Restored(_desk.State).Callers[Desk.Call("a")].Scenario.Should().Be(new ScenarioPlace("main", 2, "menu"));
        _desk.Do(new Event.StepReached(_desk.Now, Desk.Call("nobody"), new ScenarioPlace("main", 2, "menu")));
        _desk.State.Ignored.Should().Be(1);
    }

    Event.WentOn Goes(string caller, string? queue, char? key) => new(_desk.Now + 1.Seconds(), Desk.Call(caller), new NextStep.Named("main@1.menu"), queue, key);
}
