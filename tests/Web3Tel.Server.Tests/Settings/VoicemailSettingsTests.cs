using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Voicemail;
using Web3Tel.Speech;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class VoicemailSettingsTests
{
    [Fact]
    public void Lengths_sounds_and_numbers_that_lead_to_a_mailbox()
    {
        var settings = Read(new()
        {
            ["Greeting"] = "hello.wav",
            ["Language"] = "Russian",
            ["LeastSeconds"] = "3",
            ["LongestSeconds"] = "60",
            ["SilenceSeconds"] = "5",
            ["Lines:0:Number"] = "1008",
            ["Lines:1:Number"] = "1009",
            ["Lines:1:Mailbox"] = "operator:1001",
        });

        settings.Voicemail.Should().BeEquivalentTo(new
        {
            Greeting = "hello.wav",
            Language = Language.Russian,
            Least = TimeSpan.FromSeconds(3),
            Longest = TimeSpan.FromSeconds(60),
            Silence = TimeSpan.FromSeconds(5),
        });
        settings.VoicemailLines.Should().BeEquivalentTo(new Dictionary<string, Mailbox> { ["1008"] = Mailbox.OfLine("1008"), ["1009"] = Mailbox.OfOperator("1001") });
        Read([]).Voicemail.Should().Be(VoicemailSettings.Default);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var read = () => Read(new()
        {
            ["LeastSeconds"] = "30",
            ["LongestSeconds"] = "10",
            ["Greting"] = "x",
            ["Lines:0:Number"] = "1008",
            ["Lines:0:Mailbox"] = "queue:nobody",
            ["Lines:1:Mailbox"] = "operator:1001",
            ["Lines:2:Number"] = "1009",
            ["Lines:3:Number"] = "1009",
        });

        read.Should().Throw<SettingsException>().Which.Errors.Select(error => error.Key).Should().BeEquivalentTo(
            "Web3Tel:Voicemail:LeastSeconds", "Web3Tel:Voicemail:Greting", "Web3Tel:Voicemail:Lines:0:Mailbox", "Web3Tel:Voicemail:Lines:1:Number",
            "Web3Tel:Voicemail:Lines:3:Number");
    }

    [Fact]
    public void Who_gets_the_messages_of_a_mailbox_by_email()
    {
        Dictionary<string, string?> emails = new() { ["Emails:0:Mailbox"] = "queue:sales", ["Emails:0:To:0"] = "anna@example.com" };
        Read(emails, ("Mail:Host", "smtp.example.com"), ("Mail:From", "calls@example.com")).VoicemailReaders.Should().ContainSingle()
            .Which.Value.To.Should().Equal("anna@example.com");

        var read = () => Read(new(emails)
        {
            ["Emails:1:Mailbox"] = "queue:nobody",
            ["Emails:1:To:0"] = "anna",
            ["Emails:2:Mailbox"] = "queue:sales",
        });
        read.Should().Throw<SettingsException>().Which.Errors.Select(error => error.Key).Should().BeEquivalentTo(
            "Web3Tel:Voicemail:Emails", "Web3Tel:Voicemail:Emails:1:Mailbox", "Web3Tel:Voicemail:Emails:1:To", "Web3Tel:Voicemail:Emails:2:To",
            "Web3Tel:Voicemail:Emails:2:Mailbox");
    }

    [Fact]
    public void The_words_of_emails_and_the_language_of_a_mailbox()
    {
        (string, string)[] mail = [("Mail:Host", "smtp.example.com"), ("Mail:From", "calls@example.com")];
        var set = Read(
            new()
            {
                ["Emails:0:Mailbox"] = "queue:sales",
                ["Emails:0:To:0"] = "anna@example.com",
                ["Emails:0:Language"] = "Russian",
                ["Templates:Russian:Subject"] = "Звонок: {caller}",
            },
            mail);
        set.VoicemailReaders[Mailbox.OfQueue("sales")].Language.Should().Be(Language.Russian);
        var (english, russian) = (VoicemailTemplate.Of(Language.English), VoicemailTemplate.Of(Language.Russian));
        set.VoicemailTemplates[Language.Russian].Subject.Fill(new Dictionary<string, string> { ["caller"] = "Анна" }).Should().Be("Звонок: Анна");
        set.VoicemailTemplates[Language.Russian].Text.Should().BeSameAs(russian.Text);
        set.VoicemailTemplates[Language.English].Should().Be(english);

        var read = () => Read(
            new()
            {
                ["Emails:0:Mailbox"] = "queue:sales",
                ["Emails:0:To:0"] = "anna@example.com",
                ["Emails:0:Language"] = "Klingon",
                ["Templates:Russian:Subject"] = "{callr}\nBcc: eve@example.com",
                ["Templates:English:Text"] = "{",
                ["Templates:French:Text"] = "Bonjour",
            },
            mail);
        var errors = read.Should().Throw<SettingsException>().Which.Errors;
        errors.Select(error => error.Key).Should().BeEquivalentTo(
            "Web3Tel:Voicemail:Emails:0:Language", "Web3Tel:Voicemail:Templates:Russian:Subject", "Web3Tel:Voicemail:Templates:Russian:Subject",
            "Web3Tel:Voicemail:Templates:English:Text", "Web3Tel:Voicemail:Templates:French");
        errors.Select(error => error.ToString()).Should().Contain(error => error.Contains("{callr}, which is no place") && error.Contains("{caller}, {name}, {number}"));
    }

    [Fact]
    public void How_long_messages_are_kept()
    {
        var set = Read(new()
        {
            ["KeepDays"] = "90",
            ["Keep:0:Mailbox"] = "queue:sales",
            ["Keep:0:Days"] = "30",
            ["Keep:1:Mailbox"] = "line:1000",
            ["DeleteUnread"] = "true",
        }).VoicemailKeeping;
        (set.For(Mailbox.OfQueue("sales")), set.For(Mailbox.OfLine("1000")), set.For(Mailbox.OfOperator("1001"))).Should()
            .Be((TimeSpan.FromDays(30), null, TimeSpan.FromDays(90)));
        (set.DeletesUnread, set.DeletesUnsent).Should().Be((true, false));
        Read([]).VoicemailKeeping.Should().BeEquivalentTo(MessageKeeping.ForEver);

        var read = () => Read(new()
        {
            ["KeepDays"] = "-1",
            ["Keep:0:Mailbox"] = "queue:nobody",
            ["Keep:1:Mailbox"] = "queue:sales",
            ["Keep:1:Days"] = "soon",
            ["Keep:2:Mailbox"] = "queue:sales",
            ["Keep:2:Weeks"] = "3",
        });
        read.Should().Throw<SettingsException>().Which.Errors.Select(error => error.Key).Should().BeEquivalentTo(
            "Web3Tel:Voicemail:KeepDays", "Web3Tel:Voicemail:Keep:0:Mailbox", "Web3Tel:Voicemail:Keep:1:Days", "Web3Tel:Voicemail:Keep:2:Mailbox", "Web3Tel:Voicemail:Keep:2:Weeks");
    }

    static ServiceSettings Read(Dictionary<string, string?> voicemail, params (string Key, string Value)[] more) => SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(
        voicemail.Select(setting => KeyValuePair.Create($"Web3Tel:Voicemail:{setting.Key}", setting.Value))
            .Concat(more.Select(setting => KeyValuePair.Create($"Web3Tel:{setting.Key}", (string?)setting.Value)))
            .Append(new("Web3Tel:Queues:0:Name", "sales")).Append(new("Web3Tel:Operators:0:Id", "1001"))
            .Append(new("Web3Tel:FreeSwitch:Host", "fs")).Append(new("Web3Tel:FreeSwitch:Password", "hush"))).Build());
}
