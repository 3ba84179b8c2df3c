using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Offering_callers_to_agents
{
    [Fact]
    public void A_caller_is_offered_to_the_agent_who_has_been_idle_longest()
    {
        var desk = new Desk("anna", "boris", "vera");
        // All ready since the same moment: by name. Then Anna talks, and is ready later than Vera.
        desk.Joins("first").CallerOf("anna").Should().Be("first");
        desk.Joins("second").CallerOf("boris").Should().Be("second");
        desk.Talks("anna").HangsUp("first").Pass(10);
        desk.Joins("third").CallerOf("vera").Should().Be("third");
        desk.Joins("fourth").CallerOf("anna").Should().Be("fourth");
    }

    [Fact]
    public void The_phone_rings_with_the_callers_number_and_an_id_derived_from_the_offer()
    {
        var ring = new Desk("anna").Joins("caller").Effects.OfType<Effect.Ring>().Single();
        ring.Dial.Destination.Should().Be("user/anna");
        ring.Dial.CallerNumber.Should().Be("+7 916 caller");
        ring.Dial.RingTime.Should().Be(Desk.Sales.RingTime);
        ring.Dial.Ref.Should().Be(new CallRef(Desk.Node, "7d3f6f0e-58a1-4a3c-9a55-0c1d2e3f4a5a"));
        new Desk("anna").Joins("caller").Effects.OfType<Effect.Ring>().Single().Dial.Ref.Should().Be(ring.Dial.Ref);
    }

    [Fact]
    public void The_first_in_the_queue_is_offered_first()
    {
        var desk = new Desk("anna");
        desk.Joins("first").Joins("second").Joins("third");
        desk.CallerOf("anna").Should().Be("first");
        desk.Talks("anna").HangsUp("first").Pass(10);
        desk.CallerOf("anna").Should().Be("second");
    }

    [Fact]
    public void An_agent_of_several_queues_gets_whoever_waits_longest_in_any()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [new() { Name = "sales" }, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales", "service") with { SignedIn = false }],
        });
        desk.Joins("buyer", "sales").Joins("owner", "service").Joins("buyer2", "sales");
        desk.HangsUp("buyer").Do(new Event.AgentSignedIn(desk.Now, "anna"));
        desk.CallerOf("anna").Should().Be("owner");
    }

    [Fact]
    public void An_agent_is_not_offered_callers_of_a_queue_not_served()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [new() { Name = "sales" }, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "service")],
        });
        desk.Joins("buyer", "sales");
        desk.State.Offers.Should().BeEmpty();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void Several_phones_ring_at_once_for_several_callers()
    {
        var desk = new Desk("anna", "boris").Joins("first").Joins("second").Joins("third");
        (desk.CallerOf("anna"), desk.CallerOf("boris")).Should().Be(("first", "second"));
        desk.Caller("third").State.Should().Be(new CallerState.Waiting(null));
    }

    [Fact]
    public void Nobody_is_offered_on_a_switch_that_cannot_be_commanded()
    {
        var desk = new Desk("anna");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).Joins("caller");
        desk.State.Offers.Should().BeEmpty();
        desk.Position("caller").Should().Be(1);
        desk.Survey().CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_clock_set_back_lets_nobody_pass()
    {
        var desk = new Desk();
        desk.Joins("first");
        desk.Now -= TimeSpan.FromMinutes(5);
        desk.Joins("second");
        (desk.Position("first"), desk.Position("second")).Should().Be((1, 2));
    }

    [Fact]
    public void A_caller_who_remembers_having_joined_earlier_keeps_that_place()
    {
        var desk = new Desk().Joins("first").Joins("second").Arrives("back");
        desk.Do(new Event.Joined(desk.Now, Desk.Call("back"), "sales", Desk.Opening.AddMinutes(-1)));
        desk.Position("back").Should().Be(1);
    }

    [Fact]
    public void A_memory_of_the_future_is_not_believed()
    {
        var desk = new Desk().Arrives("odd");
        desk.Do(new Event.Joined(desk.Now, Desk.Call("odd"), "sales", desk.Now.AddYears(1)));
        desk.Caller("odd").Joined.Should().Be(desk.Now);
    }

    [Fact]
    public void A_caller_where_there_is_no_queue_at_all_is_hung_up_and_stands_in_the_history()
    {
        var desk = new Desk(new Configuration()).Joins("lost soul", "nowhere");
        desk.Effects.OfType<Effect.HangUp>().Single().Cause.Name.Should().Be("NO_ROUTE_DESTINATION");
        desk.HangsUp("lost soul").History.Single().Result.Should().Be(Web3Tel.History.CallResult.Failed);
    }

    [Fact]
    public void Moving_to_another_queue_keeps_the_time_waited_and_leaves_the_ringing_phone_to_the_next()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [new() { Name = "sales" }, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales")],
        });
        desk.Joins("mover").Joins("next").Joins("owner", "service");
        desk.Do(new Event.Joined(desk.Now, Desk.Call("mover"), "service"));
        desk.CallerOf("anna").Should().Be("next");
        (desk.Position("mover"), desk.Position("owner")).Should().Be((1, 2));
    }
}
