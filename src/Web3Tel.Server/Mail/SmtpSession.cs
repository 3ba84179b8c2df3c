using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Mail;

/// <summary>One connection to the mail server, for one e-mail.</summary>
sealed class SmtpSession : IDisposable
{
    readonly MailSettings settings;
    readonly CancellationTokenSource limit;
    readonly CancellationTokenSource either;
    readonly CancellationToken stop;
    readonly RecipientReplies client;

    /// <param name="settings">The server.</param>
    /// <param name="time">Measures how long it takes.</param>
    /// <param name="stop">The service stops.</param>
    public SmtpSession(MailSettings settings, TimeProvider time, CancellationToken stop)
    {
        this.settings = settings;
        this.stop = stop;
        limit = new CancellationTokenSource(settings.Longest, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        client = new RecipientReplies
        {
            Timeout = (int)settings.Longest.TotalMilliseconds,

            // A list of revoked certificates that cannot be had (a closed network) must not keep e-mails from being sent.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = IsTrusted,
        };
    }

    /// <summary>Connects, authenticates and hands the e-mail over, to those of the recipients who have not got it. Whatever goes wrong is in the answer.</summary>
    public async Task<Verdict> Send(OutboxEmail mail)
    {
        var recipients = mail.Remaining.ToImmutableArray();
        MimeMessage message;
        try
        {
            message = EmailComposer.Compose(mail, settings.From, await AttachmentReader.Read(mail.Attachment, either.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (e is AttachmentException or OperationCanceledException)
        {
            return Verdict.Same(recipients, e is AttachmentException ? MailState.Failed : MailState.Waiting, e.Message) with { HasMetServer = false };
        }

        try
        {
            await Connect().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var why = Explained(e);
            return Verdict.Same(recipients, MailState.Waiting, why) with
            {
                ServerTrouble = stop.IsCancellationRequested ? null : why,
                HasMetServer = !stop.IsCancellationRequested,
            };
        }

        return await HandOver(message, recipients).ConfigureAwait(false);
    }

    /// <summary>Says good-bye. What comes of it does not matter.</summary>
    public async Task Quit()
    {
        try
        {
            await client.DisconnectAsync(quit: true, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or TimeoutException or ProtocolException or System.Net.Sockets.SocketException)
        {
            // Sent is sent.
        }
    }

    public void Dispose()
    {
        client.Dispose();
        either.Dispose();
        limit.Dispose();
    }

    static bool IsForGood(SmtpStatusCode status) => (int)status is >= 500 and < 600;

    static string Said(SmtpStatusCode status, string text) => $"The server said: {((int)status).ToString(CultureInfo.InvariantCulture)} {PlainText.OneLine(text, 500)}";

    static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.StartTlsIfOffered => SecureSocketOptions.StartTlsWhenAvailable,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    async Task Connect()
    {
        await client.ConnectAsync(settings.Host, settings.Port, Options(settings.Security), either.Token).ConfigureAwait(false);
        if (settings.User.Length > 0)
        {
            await client.AuthenticateAsync(settings.User, settings.Password, either.Token).ConfigureAwait(false);
        }
    }

    async Task<Verdict> HandOver(MimeMessage message, ImmutableArray<Recipient> recipients)
    {
        var takesUtf8 = client.Capabilities.HasFlag(SmtpCapabilities.UTF8);
        var envelope = recipients
            .Select(recipient => (Recipient: recipient, Address: MailAddress.Parse(recipient.Address)!))
            .Where(one => takesUtf8 || !MailAddress.NeedsUtf8(one.Address))
            .ToDictionary(one => one.Recipient, one => one.Address);
        if (envelope.Count == 0)
        {
            return Judged(recipients, envelope, MailState.Failed, "");
        }

        try
        {
            // Only where it is needed: headers in UTF-8 are not for every server behind the server.
            var format = FormatOptions.Default.Clone();
            format.International = envelope.Values.Any(MailAddress.NeedsUtf8);
            var reply = await client.SendAsync(format, message, settings.From, [.. envelope.Values], either.Token, client).ConfigureAwait(false);
            return Judged(recipients, envelope, MailState.Sent, Said(SmtpStatusCode.Ok, reply));
        }
        catch (SmtpCommandException e)
        {
            var why = Said(e.StatusCode, e.Message);
            var state = IsForGood(e.StatusCode) ? MailState.Failed : MailState.Waiting;

            // Recipients sent along with a refused sender are refused for want of a sender, which says nothing of them.
            var verdict = e.ErrorCode == SmtpErrorCode.SenderNotAccepted ? Verdict.Same(recipients, state, why) : Judged(recipients, envelope, state, why);
            return e.StatusCode == SmtpStatusCode.ServiceNotAvailable ? verdict with { ServerTrouble = why } : verdict;
        }
        catch (ServiceNotAuthenticatedException e)
        {
            var why = $"{Said(SmtpStatusCode.AuthenticationRequired, e.Message)} Set Web3Tel:Mail:User and Password.";
            return Verdict.Same(recipients, MailState.Waiting, why) with { ServerTrouble = why };
        }
        catch (Exception e)
        {
            var why = client.IsHandedOver
                ? $"{Explained(e)} The text had been handed over: the server may have accepted it."
                : Explained(e);
            return Judged(recipients, envelope, MailState.Waiting, why) with { IsInDoubt = client.IsHandedOver };
        }
    }

    /// <summary>Each recipient by what was said of it, those of whom nothing was said by what was said of the e-mail.</summary>
    Verdict Judged(ImmutableArray<Recipient> recipients, Dictionary<Recipient, MailboxAddress> envelope, MailState state, string why) =>
        new([.. recipients.Select(recipient =>
            !envelope.TryGetValue(recipient, out var address)
                ? recipient with { State = MailState.Failed, Why = "The server takes no addresses with such letters before the @ (SMTPUTF8)." }
            : client.RefusalOf(address) is { } refusal
                ? recipient with { State = IsForGood(refusal.StatusCode) ? MailState.Failed : MailState.Waiting, Why = Said(refusal.StatusCode, refusal.Response) }
            : recipient with { State = state, Why = why })]);

    string Explained(Exception e) => e switch
    {
        OperationCanceledException or TimeoutException => stop.IsCancellationRequested
            ? "The service was stopped."
            : $"{settings} did not answer in {settings.Longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.",
        SslHandshakeException => $"No encrypted connection to {settings}: its certificate is not trusted, or made for another name than {settings.Host}, or it speaks no TLS."
            + " Give its certificate or its issuer's by Web3Tel:Mail:TrustedCertificate, or set Host to the name in it.",
        AuthenticationException => $"{settings} refused Web3Tel:Mail:User and Password: {PlainText.OneLine(e.Message, 500)}",
        NotSupportedException when !client.IsSecure && settings.Security == MailSecurity.StartTls =>
            $"{settings} offers no STARTTLS. Set Web3Tel:Mail:Security to Tls (usually port 465), or to what the server has.",
        NotSupportedException => $"{settings} offers no authentication that we know. Remove Web3Tel:Mail:User and Password, or set another Port.",
        SmtpCommandException refused => Said(refused.StatusCode, refused.Message),
        _ => $"No connection to {settings}, or it broke off: {PlainText.OneLine(e.Message, 500)}",
    };

    /// <summary>What the machine trusts is trusted; else it must lead to a certificate of the settings. The name must be right in any case.</summary>
    bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? found, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors || settings.Trusted.Count == 0)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(settings.Trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in found?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        using var presented = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(presented);
    }
}
