using System.Net;

namespace Web3Tel.Server.Settings;

/// <summary>The page and the API once more, encrypted.</summary>
/// <param name="Listen">Where they are served.</param>
/// <param name="Files">With which certificate.</param>
sealed record HttpsSettings(IPEndPoint Listen, CertificateFiles Files)
{
    const string Fix = "Give a PEM file in Certificate and its key in Key, or a PFX file in Certificate; Password if it has one. The user the service runs as must be able to read them.";

    /// <returns>Null where no certificate is named: then nothing is served encrypted.</returns>
    public static HttpsSettings? Read(SettingsReader section)
    {
        var files = new CertificateFiles(section.Text("Certificate"), section.Text("Key"), section.Text("Password"));
        var isWanted = section.Text("Listen").Length > 0 || files.Key.Length > 0 || files.Password.Length > 0;
        var settings = new HttpsSettings(section.EndPoint("Listen", "0.0.0.0:8443"), files);
        section.RefuseOthers();
        if (files.Certificate.Length == 0)
        {
            if (isWanted)
            {
                section.Refuse("Certificate", "is missing.", Fix);
            }

            return null;
        }

        if (files.WhyNot() is { } why)
        {
            section.Refuse("Certificate", $"is \"{files.Certificate}\", which cannot be used ({why}).", Fix);
        }

        return settings;
    }
}
