using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Reports;
using Web3Tel.Tests.Distribution;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Reports;

public sealed class Voicemails_in_figures
{
    static readonly ReportQuery Query = Counting.Query(Subject.Queue, Desk.Opening, Desk.Opening.AddHours(2));

    readonly Desk _desk = new("anna");

    public Voicemails_in_figures() => _desk.Arrives("a");

    [Fact]
    public void What_was_begun_is_the_sum_of_what_became_of_it()
    {
        foreach (var (message, fate) in new[] { ("m1", MessageFate.Kept), ("m2", MessageFate.Kept), ("m3", MessageFate.RecordedAgain), ("m4", MessageFate.TooShort), ("m5", MessageFate.Lost) })
        {
            Begins(message).Do(Settled(message, fate)).Do(Settled(message, fate));
        }

        Begins("m6");
        Figures("voicemails").Should().Equal(new Dictionary<string, double>
        {
            ["voicemails"] = 6, ["voicemailsKept"] = 2, ["voicemailsRecordedAgain"] = 1, ["voicemailsTooShort"] = 1, ["voicemailsLost"] = 1, ["voicemailsOpen"] = 1,
        });
    }

    [Fact]
    public void Emails_are_told_by_what_became_of_them_and_each_once()
    {
        foreach (var message in new[] { "m1", "m2", "m3", "m4" })
        {
            Begins(message).Do(Settled(message, MessageFate.Kept)).Do(Settled(message, message == "m4" ? MessageFate.NotMailed : MessageFate.Mailing));
        }

        _desk.Do(Settled("m1", MessageFate.Mailed)).Do(Settled("m1", MessageFate.Mailed)).Do(Settled("m2", MessageFate.MailFailed)).Do(Settled("m2", MessageFate.Mailed));
        Figures("voicemailsTo", "voicemailsMail").Should().Equal(new Dictionary<string, double> { ["voicemailsToMail"] = 3, ["voicemailsMailed"] = 1, ["voicemailsMailFailed"] = 1, ["voicemailsMailing"] = 1 });
    }

    [Fact]
    public void What_becomes_of_a_message_counts_in_the_interval_in_which_it_was_begun_and_what_is_done_to_it_when_it_is_done()
    {
        Begins("m1");
        _desk.Pass(3_600).Do(Settled("m1", MessageFate.Kept)).Do(new Event.MessageMarked(_desk.Now, "retention", "queue:sales", "m1", MessageMark.Expired));
        var rows = Counting.Of(_desk.Moments).Report(Query with { Interval = Interval.Hour }).Rows.Select(row => row.Tally).ToArray();
        rows.Select(row => (row[Measure.Voicemails], row[Measure.VoicemailsKept], row[Measure.VoicemailsExpired])).Should().Equal((1, 1, 0), (0, 0, 1));
    }

    [Fact]
    public void Of_a_message_nobody_knows_nothing_is_counted()
    {
        _desk.Do(Settled("m1", MessageFate.Kept));
        Figures("voicemails").Should().BeEmpty();
    }

    [Theory]
    [InlineData("operator:anna", Subject.Operator, "anna")]
    [InlineData("line:1000", Subject.Line, "1000")]
    public void Mailboxes_of_operators_and_lines_have_the_same_figures(string mailbox, Subject subject, string name)
    {
        Begins("m1", mailbox).Do(Settled("m1", MessageFate.Kept));
        var tally = Counting.Of(_desk.Moments).All(subject, name);
        (tally[Measure.Voicemails], tally[Measure.VoicemailsKept]).Should().Be((1, 1));
        Columns.Of(subject).Select(column => column.Name).Should().Contain(Columns.Of(Subject.Queue).Select(column => column.Name).Where(column => column.StartsWith("voicemails", StringComparison.Ordinal)));
    }

    [Fact]
    public void Counted_in_parts_it_is_the_same_as_in_one_go()
    {
        Begins("m1").Do(Settled("m1", MessageFate.Kept));
        var first = new FactReader(CallCenter.Empty, DateTimeOffset.MinValue);
        _desk.Moments.ForEach(first.Read);
        var (facts, read) = (first.Take(), _desk.Moments.Count);
        var second = new FactReader(first.State, first.Bookmark);
        _desk.Do(Settled("m1", MessageFate.Kept)).Do(Settled("m1", MessageFate.Mailing)).Do(Settled("m1", MessageFate.Mailed));
        _desk.Moments.Skip(read).ToList().ForEach(second.Read);
        facts.Add(second.Take());
        facts.Text().Should().Be(Counting.Of(_desk.Moments).Text());
    }

    Desk Begins(string message, string mailbox = "queue:sales") => _desk.Pass(1).Do(new Event.MessageBegun(_desk.Now, Desk.Call("a"), mailbox, message));

    Event.MessageSettled Settled(string message, MessageFate fate) => new(_desk.Now, message, fate);

    /// <summary>Those of the queue that are not nought and whose names begin so.</summary>
    Dictionary<string, double> Figures(params string[] names) => Counting.Of(_desk.Moments).Report(Query).Total.Figures(Query)
        .Where(figure => names.Any(name => figure.Key.StartsWith(name, StringComparison.Ordinal))).ToDictionary();
}
