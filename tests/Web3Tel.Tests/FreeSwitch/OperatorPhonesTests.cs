using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Phones;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>What operators do with their telephones beside the callers, over the wire with a simulated FreeSWITCH.</summary>
public sealed class OperatorPhonesTests
{
    static readonly PhoneSettings Settings = new()
    {
        Menu = "*90",
        DoNotDisturb = "*78",
        Disturb = "*79",
        Pins = ImmutableDictionary<string, Pin>.Empty.Add("op1", Pin.Of("4711")),
    };

    [Fact]
    public void An_operator_who_dials_another_is_in_another_call_and_gets_the_caller_after_it()
    {
        using var spine = new Spine(operators: 1);
        var colleague = spine.Operator(1).Dials("1001");
        spine.Run(2);
        Agent(spine).Outside.Should().NotBeNull();
        var caller = spine.Caller(1);
        spine.Run(20);
        spine.Operator(1).Rung.Should().Be(0);
        caller.IsTalking.Should().BeFalse();
        colleague.HangsUp();
        spine.Run(5);
        Agent(spine).Outside.Should().BeNull();
        caller.IsTalking.Should().BeTrue();
    }

    [Fact]
    public void An_operator_who_is_called_past_the_service_is_in_another_call_while_it_rings_and_until_it_ends()
    {
        using var spine = new Spine(operators: 1);
        spine.Operator(1).Answers(TimeSpan.FromSeconds(5));
        spine.Operator(1).IsCalledByAnother();
        spine.Run(1);
        Agent(spine).Outside.Should().NotBeNull("it rings");
        spine.Run(20);
        Agent(spine).Outside.Should().NotBeNull("they talk");
        spine.Operator(1).HangsUp();
        spine.Run(1);
        Agent(spine).Outside.Should().BeNull();
    }

    [Fact]
    public void A_conversation_with_a_caller_is_no_call_outside()
    {
        using var spine = new Spine(operators: 1);
        spine.Operator(1).Answers(TimeSpan.FromSeconds(2));
        var caller = spine.Caller(1);
        spine.Run(15);
        caller.IsTalking.Should().BeTrue();
        Agent(spine).Outside.Should().BeNull();
        caller.HangsUp();
        spine.Run(1);
        spine.Journal.Entries.Should().NotContain(entry => entry.Event.GetType().Name.StartsWith("OutsideCall", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_that_is_born_in_the_middle_of_the_call_knows_of_it_and_of_its_end()
    {
        using var spine = new Spine(operators: 1);
        spine.Kill();
        var call = spine.Operator(1).Dials("1001");
        spine.Run(2);
        spine.Live().Run(1);
        Agent(spine).Outside.Should().NotBeNull();
        call.HangsUp();
        spine.Run(1);
        Agent(spine).Outside.Should().BeNull();
    }

    [Fact]
    public void A_service_that_is_away_when_the_call_ends_knows_it_when_it_is_back()
    {
        using var spine = new Spine(operators: 1);
        var call = spine.Operator(1).Dials("1001");
        spine.Run(2);
        spine.Kill();
        call.HangsUp();
        spine.Run(2);
        spine.Live().Run(1);
        Agent(spine).Outside.Should().BeNull();
    }

    [Fact]
    public void A_conversation_that_lives_through_a_restart_is_still_no_call_outside()
    {
        using var spine = new Spine(operators: 1);
        spine.Operator(1).Answers(TimeSpan.FromSeconds(2));
        var caller = spine.Caller(1);
        spine.Run(15);
        spine.Kill().Run(1);
        spine.Live().Run(1);
        caller.IsTalking.Should().BeTrue();
        Agent(spine).Outside.Should().BeNull();
        Agent(spine).State.Should().BeOfType<AgentState.Talking>();
    }

    [Fact]
    public void A_FreeSWITCH_that_dies_takes_the_call_outside_with_it()
    {
        using var spine = new Spine(operators: 1);
        spine.Operator(1).Dials("1001");
        spine.Run(2);
        spine.FreeSwitch.Crash();
        spine.Run(5);
        Agent(spine).Outside.Should().BeNull();
    }

    [Fact]
    public void The_menu_is_dialled_and_obeys_the_keys_while_no_caller_is_offered()
    {
        using var spine = WithMenu();
        var menu = spine.Operator(1).Dials("*90");
        spine.Run(5);
        menu.Presses("4711#");
        spine.Run(5);
        var caller = spine.Caller(1);
        menu.Presses("2");
        spine.Run(5);
        Agent(spine).State.Should().BeOfType<AgentState.Break>();
        menu.Presses("1");
        spine.Run(5);
        Agent(spine).State.Should().BeOfType<AgentState.Ready>();
        spine.Operator(1).Rung.Should().Be(0, "the receiver is still off the hook");
        menu.HangsUp();
        spine.Run(10);
        caller.IsTalking.Should().BeTrue();
        spine.Center.Current.Audit.Values.Select(record => (record.By, record.Act)).Should().Equal(("op1 (phone)", AuditedAct.Break), ("op1 (phone)", AuditedAct.Ready));
        caller.HangsUp();
        spine.Run(1);
        spine.History.Should().ContainSingle("who calls the menu is no caller");
        spine.Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_menu_whose_service_dies_ends_and_does_not_come_back_as_a_caller()
    {
        using var spine = WithMenu();
        var menu = spine.Operator(1).Dials("*90");
        spine.Run(5);
        spine.Kill().Run(5);
        menu.IsOver.Should().BeTrue();
        spine.Live().Run(5);
        spine.Center.Current.Callers.Should().BeEmpty();
        Agent(spine).Outside.Should().BeNull();
    }

    [Fact]
    public void Without_the_service_the_menu_cannot_be_reached()
    {
        using var spine = WithMenu();
        spine.Kill().Run(5);
        var menu = spine.Operator(1).Dials("*90");
        spine.Run(1);
        menu.HangupCause.Should().Be("NORMAL_TEMPORARY_FAILURE");
    }

    [Fact]
    public void A_feature_code_makes_the_telephone_quiet()
    {
        using var spine = WithMenu();
        var code = spine.Operator(1).Dials("*78");
        spine.Run(10);
        code.HangupCause.Should().Be("NORMAL_CLEARING");
        Agent(spine).DoNotDisturb.Should().NotBeNull();
        var caller = spine.Caller(1);
        spine.Run(10);
        spine.Operator(1).Rung.Should().Be(0);
        spine.Operator(1).Dials("*79");
        spine.Run(15);
        caller.IsTalking.Should().BeTrue();
    }

    static Spine WithMenu() => new(operators: 1, serviceNumbers: center => new ServicePhone(center, Settings, _ => { }).FlowOf);

    static Agent Agent(Spine spine) => spine.Center.Current.Agents["op1"];
}
