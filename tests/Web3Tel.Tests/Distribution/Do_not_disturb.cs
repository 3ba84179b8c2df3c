using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Do_not_disturb
{
    [Fact]
    public void Whose_phone_is_not_to_ring_is_not_offered_callers_until_it_may()
    {
        var desk = Asks(new Desk("anna"), on: true).Joins("caller").Pass(60);
        desk.CallerOf("anna").Should().BeNull();
        StillWaiting.Of(desk.State, Desk.Call("caller"), desk.Now)!.Agents.Single().Why.Should().BeOfType<Obstacle.NotToBeDisturbed>();
        Asks(desk, on: false).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_phone_that_rings_is_quiet_at_once_and_the_next_operator_rings()
    {
        var desk = new Desk("anna", "boris").Joins("caller");
        desk.CallerOf("anna").Should().Be("caller");
        Asks(desk, on: true).CallerOf("boris").Should().Be("caller");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
    }

    [Fact]
    public void A_conversation_goes_on_and_after_it_nothing_rings()
    {
        var desk = Asks(new Desk("anna").Joins("caller").Talks("anna"), on: true);
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Joins("next").Pass(60).CallerOf("anna").Should().BeNull();
    }

    [Fact]
    public void Idle_counts_from_its_end()
    {
        var desk = Asks(new Desk("anna", "boris"), on: true).Pass(60);
        Asks(desk, on: false).Joins("caller").CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void Does_not_count_as_at_work()
    {
        var desk = Asks(new Desk(Desk.Sales with { RefuseWhenEmpty = true }, Desk.Serving("anna", "sales")), on: true).Joins("caller");
        desk.Position("caller").Should().BeNull();
    }

    [Fact]
    public void A_forgotten_one_ends_with_the_agent_signed_out_and_says_why()
    {
        var desk = Asks(Short(), on: true).Joins("caller").Pass(60);
        desk.Agent("anna").Should().BeOfType<AgentState.SignedOut>();
        desk.State.Agents["anna"].DoNotDisturb.Should().BeNull();
        desk.State.Agents["anna"].Notice!.Kind.Should().Be(NoticeKind.DoNotDisturbTooLong);
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_forgotten_one_does_not_cut_a_conversation()
    {
        var desk = Asks(Short().Joins("caller").Talks("anna"), on: true).Pass(60);
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Pass(60);
        desk.Agent("anna").Should().BeOfType<AgentState.SignedOut>();
    }

    [Fact]
    public void Of_one_who_is_signed_out_it_just_ends()
    {
        var desk = Asks(Short(), on: true);
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Pass(60);
        desk.State.Agents["anna"].DoNotDisturb.Should().BeNull();
        desk.State.Agents["anna"].Notice.Should().BeNull();
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void Twice_the_same_is_refused_with_what_is_so_already()
    {
        var desk = Asks(new Desk("anna"), on: true);
        AgentCommand.Refusal(desk.State, new Event.DoNotDisturbAsked(desk.Now, "anna", On: true)).Should().Be("The phone of anna is not to be disturbed already.");
        Asks(desk, on: true).State.Ignored.Should().Be(1);
        AgentCommand.Refusal(Asks(desk, on: false).State, new Event.DoNotDisturbAsked(desk.Now, "anna", On: false)).Should().Be("The phone of anna may ring already.");
    }

    [Fact]
    public void Who_asked_for_it_is_in_the_audit_trail()
    {
        var desk = Asks(Asks(new Desk("anna"), on: true), on: false);
        desk.State.Audit.Values.Select(record => (record.By, record.Act)).Should().Equal(("anna", AuditedAct.DoNotDisturb), ("anna", AuditedAct.Disturb));
    }

    [Fact]
    public void Lives_through_a_restart_and_a_survey()
    {
        var desk = Asks(new Desk("anna"), on: true);
        var restored = OnDisk.Restored(desk.State);
        restored.Agents["anna"].DoNotDisturb.Should().Be(desk.State.Agents["anna"].DoNotDisturb);
        desk.Restart().Survey().Joins("caller").CallerOf("anna").Should().BeNull();
    }

    static Desk Short() => new(new Configuration
    {
        Queues = [Desk.Sales],
        Agents = [Desk.Serving("anna", "sales")],
        LongestDoNotDisturb = TimeSpan.FromSeconds(60),
    });

    static Desk Asks(Desk desk, bool on) => desk.Do(new Event.DoNotDisturbAsked(desk.Now, "anna", on, "anna"));
}
