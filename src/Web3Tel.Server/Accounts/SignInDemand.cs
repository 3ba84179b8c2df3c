namespace Web3Tel.Server.Accounts;

/// <summary>Who has to sign in.</summary>
public enum SignInDemand
{
    /// <summary>Everybody, as soon as there is an account, or where others than this machine can come.</summary>
    WithAccounts,

    /// <summary>Everybody.</summary>
    Always,

    /// <summary>Nobody: something in front of the service does it.</summary>
    Never,
}
