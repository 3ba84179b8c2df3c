using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

public sealed class MessageByEmailTests : VoicemailTest
{
    private protected override Dictionary<string, string?> More => new(SilentMailServer)
    {
        ["Web3Tel:Voicemail:Emails:0:Mailbox"] = "operator:1001",
        ["Web3Tel:Voicemail:Emails:0:To:0"] = "anna@example.com",
        ["Web3Tel:Voicemail:Emails:0:To:1"] = "boris@example.com",
    };

    [Fact]
    public async Task A_message_is_in_the_outbox_once_with_its_sound()
    {
        await Leaves(3, dialled: "1008");
        await Leaves(4);
        await Eventually.Holds(async () => (await Service.Get("/api/mail"))["mails"]!.AsArray().Should().ContainSingle("nobody reads the mailbox of sales"));

        await Restart();

        // What the start has to pass on it passes on before the next one.
        await Leaves(5);
        JsonNode? mail = null;
        await Eventually.Holds(async () =>
        {
            var mails = (await Service.Get("/api/mail"))["mails"]!.AsArray();
            mails.Should().HaveCount(2, "the restart passes nothing on twice");
            mail = mails[^1];
        });
        ((string?)mail!["subject"]).Should().Be("Voicemail 1001: Иван Петров (+79161234567), 0:04");
        mail["recipients"]!.AsArray().Select(to => (string?)to!["address"]).Should().Equal("anna@example.com", "boris@example.com");
        ((string?)mail["attachment"]).Should().EndWith(".wav");
    }

    [Fact]
    public async Task Whoever_is_set_to_read_a_mailbox_while_the_service_runs_gets_the_next_message()
    {
        var configuration = new Uri("/api/configuration", UriKind.Relative);
        var valid = await Service.Get(configuration.ToString());
        valid["document"]!["Voicemail"]!["Emails"]![0]!["To"] = new JsonArray("clara@example.com");
        using var changed = new StringContent(valid.ToJsonString(), Encoding.UTF8, "application/json");
        (await Service.Http.PutAsync(configuration, changed, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await Leaves(4);

        await Eventually.Holds(async () => (await Service.Get("/api/mail"))["mails"]!.AsArray().Should().ContainSingle().Subject!["recipients"]!.AsArray()
            .Select(to => (string?)to!["address"]).Should().Equal("clara@example.com"));
    }
}
