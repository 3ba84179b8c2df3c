using System.Collections.Immutable;

namespace Web3Tel.Server.Accounts;

/// <summary>What each role may do.</summary>
static class Permissions
{
    static readonly ImmutableHashSet<Permission> Operator = [Permission.WorkAsOperator];

    static readonly ImmutableHashSet<Permission> Supervisor =
    [
        .. Operator,
        Permission.SeeCallCenter,
        Permission.CommandOperators,
        Permission.CommandCalls,
        Permission.HandleMessages,
        Permission.HandleCallbacks,
        Permission.HearRecordings,
        Permission.ReadReports,
        Permission.AskWhy,
        Permission.ReadAudit,
    ];

    static readonly ImmutableHashSet<Permission> Administrator = [.. Supervisor, Permission.Configure, Permission.ManageAccounts];

    public static bool Allows(this Role role, Permission permission) => (role switch
    {
        Role.Operator => Operator,
        Role.Supervisor => Supervisor,
        Role.Administrator => Administrator,
    }).Contains(permission);
}
