using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

public sealed class MessageTemplateTests : VoicemailTest
{
    private protected override Dictionary<string, string?> More => new(SilentMailServer)
    {
        ["Web3Tel:Voicemail:Emails:0:Mailbox"] = "operator:1001",
        ["Web3Tel:Voicemail:Emails:0:To:0"] = "anna@example.com",
        ["Web3Tel:Voicemail:Emails:0:Language"] = "Russian",
        ["Web3Tel:Voicemail:Emails:1:Mailbox"] = "queue:sales",
        ["Web3Tel:Voicemail:Emails:1:To:0"] = "boris@example.com",
        ["Web3Tel:Voicemail:Templates:English:Subject"] = "[{queue}] {number} rang {dialled}",
    };

    [Fact]
    public async Task Each_mailbox_has_its_language_and_each_language_its_words()
    {
        await Leaves(3, dialled: "1008");
        await Leaves(4);

        await Eventually.Holds(async () => (await Service.Get("/api/mail"))["mails"]!.AsArray().Select(mail => (string?)mail!["subject"]).Should().BeEquivalentTo(
            "[sales] +79161234567 rang 1008", "Голосовая почта 1001: Иван Петров (+79161234567), 0:04"));
    }
}
