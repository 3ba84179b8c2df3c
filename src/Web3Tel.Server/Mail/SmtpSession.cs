using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>One connection to the mail server, for one e-mail.</summary>
sealed class SmtpSession : IDisposable
{
    readonly MailSettings settings;
    readonly CancellationTokenSource limit;
    readonly CancellationTokenSource either;
    readonly CancellationToken stop;
    readonly RecipientReplies client;
    readonly SmtpReasons reasons;
    SslPolicyErrors? certificate;

    /// <param name="settings">The server.</param>
    /// <param name="time">Measures how long it takes.</param>
    /// <param name="stop">The service stops.</param>
    /// <param name="told">The language it is told in what goes wrong.</param>
    public SmtpSession(MailSettings settings, TimeProvider time, CancellationToken stop, Language told = Language.English)
    {
        this.settings = settings;
        reasons = new SmtpReasons(settings, told);
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
            var (fault, why) = Explained(e);
            return Verdict.Same(recipients, MailState.Waiting, why) with
            {
                Fault = fault,
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
            return Judged(recipients, envelope, MailState.Sent, reasons.Said(SmtpStatusCode.Ok, reply));
        }
        catch (SmtpCommandException e)
        {
            var why = reasons.Said(e.StatusCode, e.Message);
            var state = IsForGood(e.StatusCode) ? MailState.Failed : MailState.Waiting;

            // Recipients sent along with a refused sender are refused for want of a sender, which says nothing of them.
            var verdict = e.ErrorCode == SmtpErrorCode.SenderNotAccepted
                ? Verdict.Same(recipients, state, why) with { Fault = MailFault.Sender }
                : Judged(recipients, envelope, state, why) with { Fault = envelope.Values.Any(address => client.RefusalOf(address) is not null) ? MailFault.Recipient : MailFault.Refused };
            return e.StatusCode == SmtpStatusCode.ServiceNotAvailable ? verdict with { ServerTrouble = why } : verdict;
        }
        catch (ServiceNotAuthenticatedException e)
        {
            var why = reasons.NoPassword(e.Message);
            return Verdict.Same(recipients, MailState.Waiting, why) with { Fault = MailFault.Password, ServerTrouble = why };
        }
        catch (Exception e)
        {
            var (fault, why) = Explained(e);
            return Judged(recipients, envelope, MailState.Waiting, client.IsHandedOver ? reasons.PerhapsTaken(why) : why) with { Fault = fault, IsInDoubt = client.IsHandedOver };
        }
    }

    /// <summary>Each recipient by what was said of it, those of whom nothing was said by what was said of the e-mail.</summary>
    Verdict Judged(ImmutableArray<Recipient> recipients, Dictionary<Recipient, MailboxAddress> envelope, MailState state, string why) =>
        new([.. recipients.Select(recipient =>
            !envelope.TryGetValue(recipient, out var address)
                ? recipient with { State = MailState.Failed, Why = reasons.NoUtf8 }
            : client.RefusalOf(address) is { } refusal
                ? recipient with { State = IsForGood(refusal.StatusCode) ? MailState.Failed : MailState.Waiting, Why = reasons.Said(refusal.StatusCode, refusal.Response) }
            : recipient with { State = state, Why = why })]);

    (MailFault Fault, string Why) Explained(Exception e) => e is OperationCanceledException or TimeoutException && stop.IsCancellationRequested
        ? (MailFault.Connection, reasons.Stopped)
        : reasons.Of(e, client.IsSecure, certificate);

    /// <summary>What the machine trusts is trusted; else it must lead to a certificate of the settings. The name must be right in any case.</summary>
    bool IsTrusted(object sender, X509Certificate? shown, X509Chain? found, SslPolicyErrors errors)
    {
        certificate = errors;
        if (errors == SslPolicyErrors.None || shown is null || errors != SslPolicyErrors.RemoteCertificateChainErrors || settings.Trusted.Count == 0)
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

        using var presented = X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
        return chain.Build(presented);
    }
}
