using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Tests.Distribution;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Voicemail;

public sealed class Files_of_messages
{
    [Theory]
    [InlineData(MailboxKind.Queue, "sales")]
    [InlineData(MailboxKind.Queue, "Продажи 1-я линия/ночь_%41")]
    [InlineData(MailboxKind.Operator, "../../etc")]
    [InlineData(MailboxKind.Line, "+7 (495) 000-00-00")]
    public void Tell_of_what_they_are_by_their_names_alone(MailboxKind kind, string name)
    {
        var call = new CallInfo(
            new CallRef("fs1", "7d3f6f0e-58a1-4a3c-9a55-0c1d2e3f4a5b"), "+79161234567", "«Иван» ../x", "1000", Desk.Opening, ImmutableDictionary<string, string>.Empty);
        var begun = MessageFile.Begin(new Mailbox(kind, name), call, Desk.Opening.AddMilliseconds(7));

        begun.File.Should().MatchRegex("^voicemail/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9A-Za-z._-]+[.]wav$");
        MessageFile.Read(begun.File, "fs1").Should().BeEquivalentTo(begun with { Number = "79161234567", Name = "", Dialled = "" });
    }

    [Theory]
    [InlineData("voicemail/2026/11/24/x.wav")]
    [InlineData("voicemail/2026/13/24/101502123-7916-queue_3Asales-1f0c.wav")]
    [InlineData("voicemail/2026/11/24/101502123-7916-queue_3Xsales-1f0c.wav")]
    [InlineData("voicemail/2026/11/24/101502123-7916-nobody-1f0c.wav")]
    [InlineData("2026/11/24/101502123-7916-queue_3Asales-1f0c.wav")]
    public void That_are_not_ours_are_nobodys_message(string path) => MessageFile.Read(path, "fs1").Should().BeNull();

    [Fact]
    public void Are_in_the_order_in_which_they_were_begun()
    {
        var call = new CallInfo(new CallRef("fs1", "a"), "", "", "1000", Desk.Opening, ImmutableDictionary<string, string>.Empty);
        var box = Mailbox.OfQueue("sales");
        var ids = new[] { 0, 1, 500, 90_000, 86_400_000 }.Select(later => MessageFile.Begin(box, call, Desk.Opening.AddMilliseconds(later)).Id);
        ids.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }
}
