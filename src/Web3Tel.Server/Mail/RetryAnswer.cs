namespace Web3Tel.Server.Mail;

/// <summary>What became of the wish to try an e-mail again.</summary>
enum RetryAnswer
{
    /// <summary>It is tried now.</summary>
    Tried,

    /// <summary>It is being tried just now.</summary>
    UnderWay,

    /// <summary>Everybody has got it.</summary>
    Sent,

    /// <summary>None of those who have not got it has an address that could be tried.</summary>
    Hopeless,

    /// <summary>There is no such e-mail.</summary>
    Unknown,
}
