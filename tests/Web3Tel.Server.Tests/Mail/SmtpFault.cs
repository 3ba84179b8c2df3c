namespace Web3Tel.Server.Tests.Mail;

/// <summary>Where in a conversation a fault can come.</summary>
public enum SmtpStep
{
    Greeting,
    Sender,
    Recipient,
    Data,

    /// <summary>The whole text is there, up to its final dot.</summary>
    Text,
}

enum SmtpFaultKind
{
    /// <summary>Another answer than the usual one.</summary>
    Answer,

    /// <summary>The connection ends without an answer.</summary>
    Drop,

    /// <summary>No answer, for as long as the client waits.</summary>
    Hang,

    /// <summary>The e-mail is taken, and the connection ends before the client is told.</summary>
    TakeAndDrop,

    /// <summary>The e-mail is taken, and the client is never told.</summary>
    TakeAndHang,

    /// <summary>The e-mail is taken, and the client is told when <see cref="FaultySmtpServer.LetGo"/> says so.</summary>
    TakeAndWait,
}

sealed record SmtpFault(SmtpFaultKind Kind, string Line = "")
{
    public static SmtpFault Answer(string line) => new(SmtpFaultKind.Answer, line);
}
