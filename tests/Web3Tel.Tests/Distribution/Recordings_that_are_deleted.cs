using FluentAssertions;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Recordings_that_are_deleted
{
    [Fact]
    public void Stand_in_the_audit_trail_and_change_nothing_else()
    {
        var before = new Desk("anna").State;

        var (after, effects) = Engine.Step(before, new Event.RecordingsDeleted(Desk.Opening, "sales", Desk.Opening.AddDays(-30), ["a", "b"], "retention"));

        after.Audit.Values.Should().Equal(
            new AuditRecord(before.Number + 1, Desk.Opening, "retention", "", AuditedAct.DeleteRecordings, "sales: 2 from before 2026-10-25T10:00:00Z"));
        effects.Should().Equal(new Effect.Audit(after.Audit.Values.Single()));
        (after with { Audit = before.Audit, Number = before.Number }).Should().Be(before);
    }
}
