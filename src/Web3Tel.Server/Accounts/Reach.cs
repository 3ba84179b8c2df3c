namespace Web3Tel.Server.Accounts;

/// <summary>What an address of the service is about, and so who may ask for it.</summary>
enum Reach
{
    /// <summary>All queues: nobody may who is limited to some.</summary>
    Everything,

    /// <summary>It looks itself at what the visitor may see.</summary>
    Own,

    /// <summary>The operator named <c>id</c> in the address, who may, too.</summary>
    Operator,

    /// <summary>That operator, who may not.</summary>
    OtherOperator,

    /// <summary>The conversation named <c>id</c> in the address, whose operator may, too.</summary>
    Conversation,

    /// <summary>The call named <c>id</c> in the address, for supervisors.</summary>
    Call,
}
