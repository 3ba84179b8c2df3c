using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class A_supervisor_forces_a_state
{
    [Theory]
    [InlineData(ForcedState.SignedOut, typeof(AgentState.SignedOut))]
    [InlineData(ForcedState.Break, typeof(AgentState.Break))]
    [InlineData(ForcedState.Ready, typeof(AgentState.Ready))]
    public void At_once_in_wrap_up(ForcedState to, Type becomes)
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").HangsUp("caller");
        Force(desk, to).Agent("anna").Should().BeOfType(becomes);
        desk.State.InWrapUp.Should().BeEmpty();
        desk.State.Deadlines.Should().HaveCount(to == ForcedState.Break ? 1 : 0);
        desk.State.Agents["anna"].Notice.Should().Be(new Notice(desk.Now, NoticeKind.Forced, "olga: shift"));
    }

    [Theory]
    [InlineData(ForcedState.SignedOut, typeof(AgentState.SignedOut))]
    [InlineData(ForcedState.Break, typeof(AgentState.Break))]
    public void After_the_conversation_which_is_never_cut(ForcedState to, Type becomes)
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        Force(desk, to).Effects.OfType<Effect.HangUp>().Should().BeEmpty();
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Pass(10).Agent("anna").Should().BeOfType(becomes);
    }

    [Fact]
    public void Ready_brings_back_who_was_signed_out_and_gives_the_next_caller()
    {
        var desk = new Desk("anna").Do(new Event.AgentSignedOut(Desk.Opening, "anna")).Joins("caller");
        Force(desk, ForcedState.Ready).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void What_is_so_already_is_refused_and_leaves_no_trace()
    {
        var desk = new Desk("anna");
        Force(desk, ForcedState.Ready).State.Audit.Should().BeEmpty();
        desk.State.Ignored.Should().Be(1);
        desk.State.Agents["anna"].Notice.Should().BeNull();
    }

    [Fact]
    public void Each_command_that_is_obeyed_is_in_the_audit_trail()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").HangsUp("caller");
        desk.Do(new Event.WrapUpExtended(desk.Now, "anna", TimeSpan.FromSeconds(20), "anna"));
        desk.Do(new Event.WrapUpEnded(desk.Now, "anna", "anna"));
        desk.Do(new Event.AgentTookBreak(desk.Now, "anna", "break", "anna"));
        desk.Do(new Event.AgentReady(desk.Now, "anna", "anna"));
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna", "anna"));
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna", "anna"));
        Force(desk, ForcedState.Break);
        desk.State.Audit.Values.Select(record => (record.By, record.Act, record.Detail)).Should().Equal(
            ("anna", AuditedAct.ExtendWrapUp, "20"),
            ("anna", AuditedAct.EndWrapUp, ""),
            ("anna", AuditedAct.Break, "break"),
            ("anna", AuditedAct.Ready, ""),
            ("anna", AuditedAct.SignOut, ""),
            ("anna", AuditedAct.SignIn, ""),
            ("olga", AuditedAct.Force, "Break: shift"));
        desk.State.Audit.Keys.Should().EndWith(desk.State.Number);
    }

    [Fact]
    public void The_state_keeps_the_last_thousand_of_the_audit_trail()
    {
        var desk = new Desk("anna");
        for (var i = 0; i < 501; i++)
        {
            desk.Do(new Event.AgentSignedOut(desk.Now, "anna", "olga")).Do(new Event.AgentSignedIn(desk.Now, "anna", "olga"));
        }

        desk.State.Audit.Should().HaveCount(1_000);
        desk.State.Audit.Keys.Last().Should().Be(desk.State.Number);
    }

    static Desk Force(Desk desk, ForcedState to) => desk.Do(new Event.AgentForced(desk.Now, "anna", to, "olga", "shift"));
}
