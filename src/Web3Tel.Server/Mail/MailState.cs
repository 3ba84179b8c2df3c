namespace Web3Tel.Server.Mail;

/// <summary>What has become of an e-mail, or of one of its recipients.</summary>
enum MailState
{
    /// <summary>It is tried, or will be tried again.</summary>
    Waiting,

    /// <summary>The server has accepted it: for an e-mail, for every recipient.</summary>
    Sent,

    /// <summary>It is not tried any more unless somebody asks: for an e-mail, for one recipient at least.</summary>
    Failed,
}
