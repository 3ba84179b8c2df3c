using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Web3Tel.Server.Settings;

/// <summary>The certificate that pages are served with, as it lies on the disk.</summary>
/// <param name="Certificate">A PEM file with the certificate first and then those of its issuers, or a PFX file with all of it.</param>
/// <param name="Key">The PEM file with its key; empty for a PFX file.</param>
/// <param name="Password">Of the PFX file or of the key; empty for none.</param>
sealed record CertificateFiles(string Certificate, string Key, string Password)
{
    /// <summary>When they were written: other times are other files.</summary>
    public (DateTime Certificate, DateTime Key) Written => (File.GetLastWriteTimeUtc(Certificate), Key.Length == 0 ? default : File.GetLastWriteTimeUtc(Key));

    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="CryptographicException">It is no such certificate, or its key or password is another one's.</exception>
    public SslStreamCertificateContext Read()
    {
        if (Key.Length == 0)
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(Certificate, Password.Length == 0 ? null : Password);
            var own = all.FirstOrDefault(one => one.HasPrivateKey) ?? throw new CryptographicException("it has no private key");
            return SslStreamCertificateContext.Create(own, all, offline: true);
        }

        var issuers = new X509Certificate2Collection();
        issuers.ImportFromPemFile(Certificate);
        var target = Password.Length == 0 ? X509Certificate2.CreateFromPemFile(Certificate, Key) : X509Certificate2.CreateFromEncryptedPemFile(Certificate, Password, Key);
        return SslStreamCertificateContext.Create(target, issuers, offline: true);
    }

    /// <summary>Why they cannot be read; null when they can.</summary>
    public string? WhyNot()
    {
        try
        {
            Read();
            return null;
        }
        catch (Exception e) when (IsTrouble(e))
        {
            return e.Message;
        }
    }

    public static bool IsTrouble(Exception why) => why is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;
}
