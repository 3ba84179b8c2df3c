using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_host_there_is_no_mail() => Read([]).Should().BeNull();

    [Theory]
    [InlineData(null, 587, "StartTls")]
    [InlineData("tls", 465, "Tls")]
    [InlineData("none", 25, "None")]
    [InlineData("startTlsIfOffered", 25, "StartTlsIfOffered")]
    public void The_port_is_the_usual_one_for_how_the_way_is_protected(string? security, int port, string expected)
    {
        var mail = Read(new() { ["Host"] = "smtp.example.com", ["From"] = "Call center <calls@example.com>", ["Security"] = security })!;

        (mail.Port, mail.Security.ToString()).Should().Be((port, expected));
        (mail.From.Name, mail.From.Address).Should().Be(("Call center", "calls@example.com"));
        (mail.GiveUpAfter, mail.Longest, mail.Keep).Should().Be((TimeSpan.FromHours(72), TimeSpan.FromMinutes(2), TimeSpan.FromDays(30)));
        mail.Trusted.Should().BeEmpty();
    }

    [Theory]
    [InlineData("From", null, "is missing")]
    [InlineData("From", "calls", "calls@example.com")]
    [InlineData("From", "calls@example.com\r\nBcc: eve@example.com", "calls@example.com")]
    [InlineData("Host", "smtp://example.com", "the name of the mail server alone")]
    [InlineData("Port", "0", "from 1 to 65535")]
    [InlineData("Security", "ssl", "StartTls, StartTlsIfOffered, Tls, None")]
    [InlineData("User", "web3tel", "Mail:Password is missing")]
    [InlineData("Password", "hush", "Mail:User is missing")]
    [InlineData("TrustedCertificate", "/nowhere.pem", "PEM")]
    [InlineData("GiveUpHours", "0", "from 1 to 720")]
    [InlineData("Hosts", "x", "is not a setting")]
    public void What_will_not_do_is_told_with_its_key_and_what_to_do(string key, string? value, string told)
    {
        var given = new Dictionary<string, string?> { ["Host"] = "smtp.example.com", ["From"] = "calls@example.com" };
        given[key] = value;

        var read = () => Read(given);

        var error = read.Should().Throw<SettingsException>().Which;
        error.Message.Should().Contain("Web3Tel:Mail:").And.Contain(told).And.NotContain("hush");
        error.Errors.Should().ContainSingle();
    }

    [Theory]
    [InlineData("None", "smtp.example.com", false)]
    [InlineData("StartTlsIfOffered", "smtp.example.com", false)]
    [InlineData("StartTls", "smtp.example.com", true)]
    [InlineData("None", "127.0.0.1", true)]
    public void A_password_does_not_go_over_the_network_in_the_clear(string security, string host, bool isAllowed)
    {
        var read = () => Read(new() { ["Host"] = host, ["From"] = "calls@example.com", ["Security"] = security, ["User"] = "web3tel", ["Password"] = "hush" });

        if (isAllowed)
        {
            read()!.ToString().Should().NotContain("hush");
        }
        else
        {
            read.Should().Throw<SettingsException>().Which.Message.Should().Contain("Web3Tel:Mail:Security").And.Contain("in the clear");
        }
    }

    [Fact]
    public void A_certificate_file_is_read_at_start()
    {
        using var folder = new TempFolder();
        using var certificate = Mail.TestCertificate.For("smtp.example.com");
        var path = Mail.TestCertificate.Write(certificate, folder["mail.pem"]);

        Read(new() { ["Host"] = "smtp.example.com", ["From"] = "calls@example.com", ["TrustedCertificate"] = path })!.Trusted.Should().ContainSingle();

        File.WriteAllText(path, "nothing");
        var read = () => Read(new() { ["Host"] = "smtp.example.com", ["From"] = "calls@example.com", ["TrustedCertificate"] = path });
        read.Should().Throw<SettingsException>().Which.Message.Should().Contain("has no certificate");
    }

    static MailSettings? Read(Dictionary<string, string?> given) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create("Web3Tel:Mail:" + pair.Key, pair.Value)))
        .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Web3Tel:Queues:0:Name", "sales")])
        .Build()).Mail;
}
