using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class The_phone_beside_the_operator
{
    [Fact]
    public void Who_has_no_registered_phone_is_not_offered_callers_until_it_is_back()
    {
        var desk = Changes(new Desk("anna"), "anna", DeviceState.Unregistered);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Joins("caller").CallerOf("anna").Should().BeNull();
        StillWaiting.Of(desk.State, Desk.Call("caller"), desk.Now)!.Agents.Single().Why.Should().Be(new Obstacle.PhoneAway());
        Changes(desk, "anna", DeviceState.Registered).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_phone_that_comes_back_costs_no_turn()
    {
        var desk = new Desk("anna").Pass(1);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")] }));
        Changes(desk, "anna", DeviceState.Unregistered);
        Changes(desk.Pass(60), "anna", DeviceState.Registered).Joins("caller").CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_conversation_goes_on_whatever_the_registration_says()
    {
        var desk = Changes(new Desk("anna").Joins("caller").Talks("anna"), "anna", DeviceState.Unregistered);
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Joins("next").Pass(60).CallerOf("anna").Should().BeNull("the phone is still away");
    }

    [Fact]
    public void What_may_have_been_missed_keeps_nobody_from_calls()
    {
        var desk = Changes(new Desk("anna"), "anna", DeviceState.Unregistered).Joins("caller");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "away")).Survey(Desk.Live(Desk.Call("caller")));
        desk.CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Another_phone_is_another_matter()
    {
        var desk = Changes(new Desk("anna"), "anna", DeviceState.Unregistered).Joins("caller");
        var other = Desk.Serving("anna", "sales") with { Destination = "user/other" };
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [other] })).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void The_same_again_changes_nothing_and_is_counted()
    {
        var desk = Changes(new Desk("anna"), "anna", DeviceState.Unregistered);
        Changes(desk, "anna", DeviceState.Unregistered).State.Ignored.Should().Be(1);
        Changes(desk, "nobody", DeviceState.Unregistered).State.Ignored.Should().Be(2);
    }

    [Fact]
    public void Is_kept_in_a_snapshot()
    {
        var state = Changes(new Desk("anna"), "anna", DeviceState.Unregistered).State;
        var restored = OnDisk.Restored(state);
        restored.Agents["anna"].Device.Should().Be(DeviceState.Unregistered);
        restored.Queues["sales"].Ready.Should().BeEmpty();
    }

    [Fact]
    public void The_distributor_knows_whose_phone_it_is_by_its_destination()
    {
        var center = new RunningCenter();
        center.Switch.Phones.OnNext(new DeviceChange("user/anna", DeviceState.Unregistered));
        center.Switch.Phones.OnNext(new DeviceChange("user/somebody", DeviceState.Unregistered));
        center.Center.Current.Agents["anna"].Device.Should().Be(DeviceState.Unregistered);
        center.Faults.Should().BeEmpty();
    }

    static Desk Changes(Desk desk, string agent, DeviceState device) => desk.Do(new Event.DeviceChanged(desk.Now, agent, device));
}
