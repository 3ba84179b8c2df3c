using FluentAssertions;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class What_is_kept_elsewhere
{
    [Fact]
    public void Stands_in_the_audit_trail_when_somebody_has_changed_it_and_changes_nothing_else()
    {
        var before = new Desk("anna").State;

        var (after, effects) = Engine.Step(before, new Event.Administered(Desk.Opening, AuditedAct.PublishScenario, "main 3", "olga"));

        after.Audit.Values.Should().Equal(new AuditRecord(before.Number + 1, Desk.Opening, "olga", "", AuditedAct.PublishScenario, "main 3"));
        effects.Should().Equal(new Effect.Audit(after.Audit.Values.Single()));
        (after with { Audit = before.Audit, Number = before.Number }).Should().Be(before);
    }
}
