using System.Collections.Immutable;

namespace Web3Tel.Server.Accounts;

/// <summary>What a program shows instead of signing in.</summary>
/// <param name="Id">Never another's.</param>
/// <param name="Name">What stands in the audit trail.</param>
/// <param name="Hash">SHA-256 of the secret, which nobody knows but who was shown it.</param>
/// <param name="Expires">From then on it is worth nothing.</param>
sealed record ApiToken(Guid Id, string Name, Role Role, string Hash, DateTimeOffset Created, DateTimeOffset Expires)
{
    /// <inheritdoc cref="Account.Queues"/>
    public ImmutableArray<string> Queues { get; init => field = value.IsDefault ? [] : value; } = [];
}
