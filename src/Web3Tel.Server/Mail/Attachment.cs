namespace Web3Tel.Server.Mail;

/// <summary>A file that goes with an e-mail. It is read at each attempt to send: it must stay where it is until then.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">What the recipient sees; its ending tells the kind of file.</param>
sealed record Attachment(string Path, string Name);
