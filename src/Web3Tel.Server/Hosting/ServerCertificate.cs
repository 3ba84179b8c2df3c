using System.Net.Security;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Hosting;

/// <summary>
/// The certificate that browsers are shown. Whenever its files have been written anew it is read anew: who renews them, such as certbot, need not
/// restart the service. Files that cannot be read, such as one of two that is renewed first, change nothing.
/// </summary>
sealed class ServerCertificate(CertificateFiles files, ILogger<ServerCertificate> logger)
{
    readonly Lock turn = new();
    SslStreamCertificateContext? known;
    (DateTime Certificate, DateTime Key) seen;

    /// <exception cref="System.Security.Cryptography.CryptographicException">It could never be read.</exception>
    public SslStreamCertificateContext Now()
    {
        lock (turn)
        {
            var written = files.Written;
            if (known is not null && written == seen)
            {
                return known;
            }

            seen = written;
            try
            {
                known = files.Read();
                Log.CertificateRead(logger, files.Certificate, known.TargetCertificate.NotAfter);
            }
            catch (Exception e) when (known is not null && CertificateFiles.IsTrouble(e))
            {
                Log.CertificateNotRead(logger, files.Certificate, known.TargetCertificate.NotAfter, e.Message);
            }

            return known;
        }
    }
}
