using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>What the mail server said, or what kept us from asking it, in words that say what to do.</summary>
/// <param name="settings">The server.</param>
/// <param name="told">The language; what the server itself says stays as it is.</param>
sealed class SmtpReasons(MailSettings settings, Language told)
{
    const int MostSaid = 500;

    public string Said(SmtpStatusCode status, string text)
    {
        var said = $"{((int)status).ToString(CultureInfo.InvariantCulture)} {PlainText.OneLine(text, MostSaid)}";
        return In($"The server said: {said}", $"Сервер ответил: {said}");
    }

    public string NoPassword(string text) =>
        $"{Said(SmtpStatusCode.AuthenticationRequired, text)} {In("Set Web3Tel:Mail:User and Password.", "Задайте Web3Tel:Mail:User и Password.")}";

    public string NoUtf8 => In(
        "The server takes no addresses with such letters before the @ (SMTPUTF8).", "Сервер не принимает адреса с такими буквами перед @ (SMTPUTF8).");

    public string Stopped => In("The service was stopped.", "Служба была остановлена.");

    public string PerhapsTaken(string why) =>
        $"{why} {In("The text had been handed over: the server may have accepted it.", "Текст был уже передан: сервер мог его принять.")}";

    /// <summary>What kept us from handing an e-mail over.</summary>
    /// <param name="isSecure">Whether the connection was encrypted by then.</param>
    /// <param name="certificate">What is wrong with the server's certificate; null where none was seen.</param>
    public (MailFault Fault, string Why) Of(Exception e, bool isSecure, SslPolicyErrors? certificate) => e switch
    {
        OperationCanceledException or TimeoutException => (MailFault.Connection, Silent),
        SslHandshakeException => (MailFault.Protection, Unprotected(certificate)),
        AuthenticationException => (MailFault.Password, In(
            $"{settings} refused Web3Tel:Mail:User and Password: {PlainText.OneLine(e.Message, MostSaid)}",
            $"{settings} не принимает Web3Tel:Mail:User и Password: {PlainText.OneLine(e.Message, MostSaid)}")),
        NotSupportedException when !isSecure && settings.Security == MailSecurity.StartTls => (MailFault.Protection, In(
            $"{settings} offers no STARTTLS. Set Web3Tel:Mail:Security to Tls (usually port 465), or to what the server has.",
            $"{settings} не предлагает STARTTLS. Задайте в Web3Tel:Mail:Security Tls (обычно порт 465) или то, что умеет сервер.")),
        NotSupportedException => (MailFault.Password, In(
            $"{settings} offers no authentication that we know. Remove Web3Tel:Mail:User and Password, or set another Port.",
            $"{settings} не предлагает известных нам способов входа. Уберите Web3Tel:Mail:User и Password или задайте другой Port.")),
        SmtpCommandException refused => (MailFault.Refused, Said(refused.StatusCode, refused.Message)),
        _ => (MailFault.Connection, Away(e)),
    };

    string Silent
    {
        get
        {
            var seconds = settings.Longest.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return In($"{settings} did not answer in {seconds} s.", $"{settings} не ответил за {seconds} с.");
        }
    }

    string Unprotected(SslPolicyErrors? certificate) => certificate switch
    {
        null or SslPolicyErrors.None => In(
            $"No encrypted connection to {settings}: it speaks no TLS there. Is Web3Tel:Mail:Port the right one for Security {settings.Security}?",
            $"Нет шифрованного соединения с {settings}: там не отвечают по TLS. Подходит ли Web3Tel:Mail:Port к Security {settings.Security}?"),
        { } errors when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => In(
            $"No encrypted connection to {settings}: its certificate is made for another name than {settings.Host}. Set Web3Tel:Mail:Host to the name in it.",
            $"Нет шифрованного соединения с {settings}: сертификат выдан на другое имя, не {settings.Host}. Задайте в Web3Tel:Mail:Host имя из сертификата."),
        _ => In(
            $"No encrypted connection to {settings}: its certificate is not trusted, or out of date. Give it or its issuer's by Web3Tel:Mail:TrustedCertificate.",
            $"Нет шифрованного соединения с {settings}: его сертификату нет доверия или он просрочен. Укажите его или сертификат издателя в Web3Tel:Mail:TrustedCertificate."),
    };

    string Away(Exception e) => (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => In(
            $"No connection to {settings}: no such name is known. Is Web3Tel:Mail:Host right?",
            $"Нет соединения с {settings}: такое имя неизвестно. Верен ли Web3Tel:Mail:Host?"),
        SocketError.ConnectionRefused => In(
            $"No connection to {settings}: nothing listens there. Are Web3Tel:Mail:Host and Port right?",
            $"Нет соединения с {settings}: там никто не отвечает. Верны ли Web3Tel:Mail:Host и Port?"),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut => In(
            $"No connection to {settings}: there is no way there. Does a firewall stand in between?",
            $"Нет соединения с {settings}: туда нет пути. Не мешает ли межсетевой экран?"),
        _ => In(
            $"No connection to {settings}, or it broke off: {PlainText.OneLine(e.Message, MostSaid)}",
            $"Нет соединения с {settings}, или оно оборвалось: {PlainText.OneLine(e.Message, MostSaid)}"),
    };

    string In(string english, string russian) => Phrases.In(told, english, russian);
}
