using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Calls_outside_the_queues
{
    [Fact]
    public void Who_is_in_another_call_is_not_offered_callers_until_it_is_over()
    {
        var desk = Begins(new Desk("anna"), "anna").Joins("caller").Pass(30);
        desk.CallerOf("anna").Should().BeNull();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        StillWaiting.Of(desk.State, Desk.Call("caller"), desk.Now)!.Agents.Single().Why.Should().Be(new Obstacle.InAnotherCall(30.001));
        Ends(desk, "anna").CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Whoever_comes_from_another_call_has_been_idle_since_its_end_only()
    {
        var desk = new Desk("anna").Pass(60);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")] }));
        Begins(desk.Pass(60), "anna");
        Ends(desk.Pass(60), "anna").Joins("caller").CallerOf("boris").Should().Be("caller", "anna talked while boris was idle");
    }

    [Fact]
    public void The_conversation_of_a_caller_goes_on_and_the_wrap_up_ends_without_an_offer()
    {
        var desk = Begins(new Desk("anna").Joins("caller").Talks("anna"), "anna");
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Joins("next").Pass(60);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.CallerOf("anna").Should().BeNull();
        Ends(desk, "anna").CallerOf("anna").Should().Be("next");
    }

    [Fact]
    public void A_phone_that_rings_already_rings_on_and_says_itself_that_it_is_busy()
    {
        var desk = Begins(new Desk("anna").Joins("caller"), "anna");
        desk.CallerOf("anna").Should().Be("caller");
        desk.Fails("anna", OfferOutcome.Busy).Pass(60).CallerOf("anna").Should().BeNull("the rest is over, the other call is not");
        Ends(desk, "anna").CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Counts_as_at_work()
    {
        var desk = Begins(new Desk(Desk.Sales with { RefuseWhenEmpty = true }, Desk.Serving("anna", "sales")), "anna").Joins("caller");
        desk.Position("caller").Should().Be(1);
    }

    [Fact]
    public void A_survey_tells_what_began_and_what_ended_unheard()
    {
        var desk = Begins(new Desk("anna", "boris"), "anna");
        desk.Do(new Event.NodeSurveyed(desk.Now, Desk.Node, []) { PhonesInUse = ["user/boris"] }).Joins("caller");
        desk.CallerOf("anna").Should().Be("caller");
        desk.State.Agents["boris"].Outside.Should().NotBeNull();
        desk.Survey(Desk.Live(Desk.Call("caller"))).Joins("second").CallerOf("boris").Should().Be("second");
    }

    [Fact]
    public void The_survey_of_one_switch_says_nothing_of_calls_on_another()
    {
        var desk = Begins(new Desk("anna"), "anna");
        desk.Do(new Event.NodeSurveyed(desk.Now, "fs2", [])).State.Agents["anna"].Outside.Should().NotBeNull();
    }

    [Fact]
    public void A_restart_in_the_middle_forgets_nothing_before_the_switch_has_been_asked()
    {
        var desk = Begins(new Desk("anna"), "anna").Restart();
        desk.State.Agents["anna"].Outside.Should().NotBeNull();
        desk.Survey().State.Agents["anna"].Outside.Should().BeNull();
    }

    [Fact]
    public void One_of_which_nobody_hears_the_end_is_not_believed_for_ever()
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales], Agents = [Desk.Serving("anna", "sales")], LongestOutsideCall = TimeSpan.FromMinutes(10) });
        Begins(desk, "anna").Joins("caller").Pass(599).CallerOf("anna").Should().BeNull();
        desk.Pass(1).CallerOf("anna").Should().Be("caller");
        desk.State.Agents["anna"].Notice!.Kind.Should().Be(NoticeKind.OutsideCallTooLong);
        var ignored = desk.State.Ignored;
        Ends(desk, "anna").State.Ignored.Should().Be(ignored + 1);
    }

    [Fact]
    public void Ends_with_the_wrap_up_at_the_same_moment()
    {
        var configuration = new Configuration
        {
            Queues = [Desk.Sales with { WrapUp = TimeSpan.FromSeconds(10) }],
            Agents = [Desk.Serving("anna", "sales")],
            LongestOutsideCall = TimeSpan.FromSeconds(10),
        };
        var desk = Begins(new Desk(configuration).Joins("caller").Talks("anna").HangsUp("caller"), "anna").Joins("next");
        desk.Pass(10).CallerOf("anna").Should().Be("next");
    }

    [Fact]
    public void Another_phone_is_not_in_the_call_of_the_first()
    {
        var desk = Begins(new Desk("anna"), "anna").Joins("caller");
        var other = Desk.Serving("anna", "sales") with { Destination = "user/other" };
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [other] })).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void The_same_again_changes_nothing_and_is_counted()
    {
        var desk = Begins(new Desk("anna"), "anna");
        Begins(desk, "anna").State.Ignored.Should().Be(1);
        Begins(desk, "nobody").State.Ignored.Should().Be(2);
        desk.Do(new Event.OutsideCallEnded(desk.Now, "anna", "fs2")).State.Ignored.Should().Be(3, "another switch does not know");
        Ends(Ends(desk, "anna"), "anna").State.Ignored.Should().Be(4);
    }

    [Fact]
    public void Is_kept_in_a_snapshot()
    {
        var state = Begins(new Desk("anna"), "anna").State;
        var restored = OnDisk.Restored(state);
        restored.Agents["anna"].Outside.Should().Be(state.Agents["anna"].Outside);
        restored.Queues["sales"].Ready.Should().BeEmpty();
        restored.Deadlines.Should().Equal(state.Deadlines);
    }

    [Fact]
    public void The_distributor_knows_whose_phone_it_is_by_its_destination()
    {
        var center = new RunningCenter();
        center.Switch.Uses.OnNext(new PhoneUse("user/anna", "fs1", InUse: true));
        center.Switch.Uses.OnNext(new PhoneUse("user/somebody", "fs1", InUse: true));
        center.Center.Current.Agents["anna"].Outside!.Node.Should().Be("fs1");
        center.Switch.Uses.OnNext(new PhoneUse("user/anna", "fs1", InUse: false));
        center.Center.Current.Agents["anna"].Outside.Should().BeNull();
        center.Switch.States.OnNext(new NodeState.Up("fs1", []) { PhonesInUse = ["user/anna"] });
        center.Center.Current.Agents["anna"].Outside.Should().NotBeNull();
        center.Faults.Should().BeEmpty();
    }

    static Desk Begins(Desk desk, string agent) => desk.Do(new Event.OutsideCallBegan(desk.Now, agent, Desk.Node));

    static Desk Ends(Desk desk, string agent) => desk.Do(new Event.OutsideCallEnded(desk.Now, agent, Desk.Node));
}
