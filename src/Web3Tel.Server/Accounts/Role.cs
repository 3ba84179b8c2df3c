namespace Web3Tel.Server.Accounts;

/// <summary>What somebody does in the call center; <see cref="Permissions"/> says what that allows.</summary>
public enum Role
{
    Operator,
    Supervisor,
    Administrator,
}
