using System.Collections.Immutable;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Accounts;

/// <summary>What an account is to be able to do.</summary>
sealed record AccountWish(Role Role, string? Operator, ImmutableArray<string> Queues)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="before">Whose wish it was before, if anybody's: what was right then may stay.</param>
    public AccountFault? Fault(ServiceSettings settings, Account? before) =>
        Role == Role.Operator && Operator is null ? AccountFault.OperatorMissing
        : Operator is not null && Operator != before?.Operator && settings.CallCenter.Agents.All(agent => agent.Id != Operator) ? AccountFault.NoSuchOperator
        : Queues.Any(queue => before?.Queues.Contains(queue) != true && settings.CallCenter.Queues.All(known => known.Name != queue)) ? AccountFault.NoSuchQueue
        : null;

    /// <summary>For the audit trail.</summary>
    public override string ToString() => string.Join(' ', new[] { $"{Role}", Operator, Queues.IsEmpty ? null : string.Join(',', Queues) }.OfType<string>());
}
