namespace Web3Tel.Server.Accounts;

/// <summary>Why an account or a token is not as it was wished.</summary>
public enum AccountFault
{
    /// <summary>Letters, digits and <c>. _ - @</c> only, 1 to 64 of them.</summary>
    NameUnfit,
    NameTaken,
    PasswordTooShort,

    /// <summary>The password is the name.</summary>
    PasswordIsName,
    NoSuchOperator,
    NoSuchQueue,

    /// <summary>An operator's account names an operator.</summary>
    OperatorMissing,

    /// <summary>Nobody could manage accounts any more.</summary>
    LastAdministrator,

    /// <summary>There is none of that id.</summary>
    NotThere,

    /// <summary>The disk takes nothing: nothing has changed.</summary>
    DiskTakesNothing,

    /// <summary>There is an administrator already.</summary>
    AlreadyBegun,
}
