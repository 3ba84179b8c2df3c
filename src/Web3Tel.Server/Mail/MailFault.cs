namespace Web3Tel.Server.Mail;

/// <summary>Where an e-mail was stopped on its way to the mail server, or by it.</summary>
public enum MailFault
{
    /// <summary>The server was not reached, or fell silent.</summary>
    Connection,

    /// <summary>The way to the server is not protected as the settings demand: its certificate, or no TLS.</summary>
    Protection,

    /// <summary>Name and password were refused, or are missing.</summary>
    Password,
    Sender,
    Recipient,

    /// <summary>The server takes nothing now, or not this e-mail.</summary>
    Refused,
}
