namespace Web3Tel.Server.Settings;

/// <summary>How the way to the mail server is protected.</summary>
enum MailSecurity
{
    /// <summary>Encrypted by STARTTLS, or nothing is sent. Usual at port 587.</summary>
    StartTls,

    /// <summary>Encrypted by STARTTLS where the server offers it: whoever sits in between can prevent it.</summary>
    StartTlsIfOffered,

    /// <summary>Encrypted from the first byte. Usual at port 465.</summary>
    Tls,

    /// <summary>In the clear.</summary>
    None,
}
