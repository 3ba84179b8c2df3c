using System.Collections.Immutable;

namespace Web3Tel.Server.Accounts;

/// <summary>Who asks: somebody with an account, a program with a token, or anybody where nobody has to sign in.</summary>
/// <param name="Name">As it stands in the audit trail.</param>
/// <param name="Role">What that allows.</param>
public sealed record Visitor(string Name, Role Role)
{
    /// <summary>Anybody, who may do everything.</summary>
    public static readonly Visitor Anybody = new("panel", Role.Administrator) { IsAnybody = true };

    public bool IsAnybody { get; private init; }

    /// <summary>Id of the account; null for anybody and for programs.</summary>
    public Guid? Account { get; private init; }

    public bool IsProgram { get; private init; }

    /// <summary>Id of the operator whose desk it is; null for none.</summary>
    public string? Operator { get; private init; }

    /// <summary>Queues that may be seen and commanded; empty for all.</summary>
    public ImmutableArray<string> Queues { get; private init; } = [];

    public bool IsOfAllQueues => Queues.IsEmpty;

    internal static Visitor Of(Account account) => new(account.Name, account.Role)
    {
        Account = account.Id,
        Operator = account.Operator,
        Queues = account.Role == Role.Administrator ? [] : account.Queues,
    };

    internal static Visitor Of(ApiToken token) => new(token.Name, token.Role) { IsProgram = true, Queues = token.Role == Role.Administrator ? [] : token.Queues };

    public bool May(Permission permission) => Role.Allows(permission);

    /// <summary>Whether others' comments of recordings may be taken away.</summary>
    public bool MayUnmark => Role == Role.Administrator;

    /// <summary>Whether what belongs to that queue may be seen; what belongs to none may be by those only who see all.</summary>
    public bool Sees(string? queue) => IsOfAllQueues || (queue is not null && Queues.Contains(queue));
}
