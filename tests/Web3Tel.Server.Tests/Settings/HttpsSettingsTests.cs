using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class HttpsSettingsTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_PFX_file_with_its_password_is_taken()
    {
        using var certificate = TestCertificate.For("localhost");
        File.WriteAllBytes(folder["panel.pfx"], certificate.Export(X509ContentType.Pfx, "hush"));
        var read = Read(("Certificate", folder["panel.pfx"]), ("Password", "hush"))!;
        read.Listen.ToString().Should().Be("0.0.0.0:8443");
        read.Files.Read().TargetCertificate.Thumbprint.Should().Be(certificate.Thumbprint);
    }

    [Fact]
    public void Without_a_certificate_nothing_is_served_encrypted() => Read().Should().BeNull();

    [Fact]
    public void What_cannot_be_used_is_told_at_the_start()
    {
        using var certificate = TestCertificate.For("localhost");
        File.WriteAllBytes(folder["panel.pfx"], certificate.Export(X509ContentType.Pfx, "hush"));
        using var other = TestCertificate.For("localhost");
        Refused(("Certificate", folder["panel.pfx"]), ("Password", "wrong")).Should().Contain("Web3Tel:Https:Certificate").And.Contain("cannot be used");
        Refused(("Certificate", certificate.Write(folder["panel.pem"])), ("Key", other.WriteKey(folder["other.key"]))).Should().Contain("cannot be used");
        Refused(("Certificate", folder["nowhere.pem"])).Should().Contain("cannot be used");
        Refused(("Listen", "0.0.0.0:443")).Should().Contain("Web3Tel:Https:Certificate is missing");
    }

    static string Refused(params (string Key, string Value)[] settings) => FluentActions.Invoking(() => Read(settings)).Should().Throw<SettingsException>().Which.Message;

    static HttpsSettings? Read(params (string Key, string Value)[] settings) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(one => $"Web3Tel:Https:{one.Key}", one => (string?)one.Value))
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Web3Tel:Queues:0:Name"] = "reception" }).Build()).Https;
}
