using FluentAssertions;
using Web3Tel.Server.Mail;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class VoicemailEmailTests
{
    static readonly VoicemailNotice Notice = new(
        "17",
        "support",
        ["anna@example.com"],
        "+79160000000",
        "Иван Петров",
        new DateTimeOffset(2026, 11, 25, 22, 41, 7, TimeSpan.Zero),
        TimeZoneInfo.CreateCustomTimeZone("Moscow", TimeSpan.FromHours(3), "Moscow", "Moscow"),
        TimeSpan.FromSeconds(64.2),
        Language.English,
        "/var/voicemail/17.WAV");

    [Fact]
    public void In_English_it_says_who_called_when_by_the_readers_clock_and_how_long()
    {
        var email = VoicemailEmail.Of(Notice);

        email.Key.Should().Be("voicemail-17");
        email.Subject.Should().Be("Voicemail support: Иван Петров (+79160000000), 1:05");
        email.Text.ReplaceLineEndings("\n").Should().Be("""
            A caller left a message.

            From: Иван Петров (+79160000000)
            Mailbox: support
            When: 26 November 2026, 01:41 (UTC+03:00)
            Length: 1:05

            The recording is attached.

            """.ReplaceLineEndings("\n"));
        email.Attachment.Should().Be(new Attachment("/var/voicemail/17.WAV", "voicemail-2026-11-26-014107-79160000000.wav"));
    }

    [Fact]
    public void In_Russian_too()
    {
        var email = VoicemailEmail.Of(Notice with { Language = Language.Russian, Mailbox = "Поддержка", Length = TimeSpan.FromSeconds(3_605) });

        email.Subject.Should().Be("Голосовая почта Поддержка: Иван Петров (+79160000000), 60:05");
        email.Text.Should().Contain("Когда: 26.11.2026, 01:41 (UTC+03:00)").And.Contain("Длительность: 60:05").And.Contain("Запись приложена.");
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    public void Each_place_of_a_template_is_filled(Language language)
    {
        var text = string.Join("|", VoicemailTemplate.Places.Select(place => $"{{{place}}}"));
        var email = VoicemailEmail.Of(Notice with
        {
            Language = language,
            Number = "",
            Queue = "sales",
            Dialled = "1000",
            Template = new VoicemailTemplate(Template.Of("Вам звонили: {caller}, {{!}}", VoicemailTemplate.Places), Template.Of(text, VoicemailTemplate.Places)),
        });

        var (withheld, when) = language == Language.English ? ("number withheld", "26 November 2026, 01:41 (UTC+03:00)") : ("номер скрыт", "26.11.2026, 01:41 (UTC+03:00)");
        email.Subject.Should().Be($"Вам звонили: Иван Петров ({withheld}), {{!}}");
        email.Text.Should().Be($"Иван Петров ({withheld})|Иван Петров|{withheld}|1000|support|sales|{when}|1:05\n");
    }

    [Theory]
    [InlineData("", "", "number withheld")]
    [InlineData("", "100", "100")]
    [InlineData("100", "100", "100")]
    [InlineData("Anna", "", "Anna (number withheld)")]
    [InlineData("Anna\r\nBcc: eve@example.com", "1\n2", "Anna Bcc: eve@example.com (1 2)")]
    [InlineData("\u202Egnp.exe\u202C", "100", "gnp.exe (100)")]
    [InlineData("מיכאל", "100", "\u2068מיכאל\u2069 (100)")]
    [InlineData("👩‍👩‍👧", "100", "👩‍👩‍👧 (100)")]
    public void A_caller_is_shown_by_what_is_known_and_nothing_of_it_gets_out_of_its_place(string name, string number, string shown)
    {
        var email = VoicemailEmail.Of(Notice with { Name = name, Number = number });

        email.Subject.Should().Be($"Voicemail support: {shown}, 1:05");
        email.Text.Should().Contain($"From: {shown}\n");
    }

    [Fact]
    public void A_name_without_end_is_cut_between_characters()
    {
        var email = VoicemailEmail.Of(Notice with { Name = string.Concat(Enumerable.Repeat("👩‍👩‍👧", 500)) });

        email.Subject.Should().Contain("👩‍👩‍👧… (+79160000000)").And.Subject.Length.Should().BeLessThan(60 * 8 + 60);
    }
}
