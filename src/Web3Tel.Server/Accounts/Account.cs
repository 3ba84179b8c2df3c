using System.Collections.Immutable;

namespace Web3Tel.Server.Accounts;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Id">Never another's.</param>
/// <param name="Name">What is typed to sign in, and what stands in the audit trail; no two differ by case alone.</param>
/// <param name="PasswordHash">By the framework's hasher.</param>
/// <param name="Stamp">Another one with each change that ends the sessions there are.</param>
/// <param name="Created">When it was made.</param>
sealed record Account(Guid Id, string Name, Role Role, string PasswordHash, Guid Stamp, DateTimeOffset Created)
{
    /// <summary>Id of the operator whose desk it is; null for none.</summary>
    public string? Operator { get; init; }

    /// <summary>Names of the queues it may see and command; empty for all. Nothing to an administrator.</summary>
    public ImmutableArray<string> Queues { get; init => field = value.IsDefault ? [] : value; } = [];

    public bool IsDisabled { get; init; }
}
