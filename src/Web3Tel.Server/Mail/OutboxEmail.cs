using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Web3Tel.Server.Mail;

/// <summary>An e-mail in the outbox, from the moment it was put there until some time after its end.</summary>
sealed record OutboxEmail
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    /// <summary>The same at every attempt, so that mail programs and people can tell a copy.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was put into the outbox.</summary>
    public required DateTimeOffset Put { get; init; }

    /// <summary>When the time began after which it is given up: when it was put, or when somebody asked for it to be tried again.</summary>
    public required DateTimeOffset Since { get; init; }

    public required ImmutableArray<Recipient> Recipients { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public Attachment? Attachment { get; init; }

    public int Attempts { get; init; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Why it has not been sent so far; null before the first attempt and when it was sent.</summary>
    public string? Why { get; init; }

    /// <summary>Whether an attempt has begun whose end is not known: it is under way, or the service ended in the middle of it.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>How often the server may have accepted it without our knowing. That many copies more than one may have arrived, and never more.</summary>
    public int Doubts { get; init; }

    /// <summary>When it was sent or failed; null while it waits.</summary>
    public DateTimeOffset? Ended { get; init; }

    [JsonIgnore]
    public MailState State =>
        Recipients.Any(recipient => recipient.State == MailState.Waiting) ? MailState.Waiting
        : Recipients.Length > 0 && Recipients.All(recipient => recipient.State == MailState.Sent) ? MailState.Sent
        : MailState.Failed;

    /// <summary>Those who have not got it yet.</summary>
    [JsonIgnore]
    public IEnumerable<Recipient> Remaining => Recipients.Where(recipient => recipient.State == MailState.Waiting);

    /// <summary>Nothing is refused here: what cannot be sent is in the outbox as failed, where somebody sees it.</summary>
    public static OutboxEmail Of(Email email, long id, string messageId, DateTimeOffset at) => new OutboxEmail
    {
        Id = id,
        Key = email.Key,
        MessageId = messageId,
        Put = at,
        Since = at,
        NextTry = at,
        Recipients = [.. email.To.Distinct(StringComparer.Ordinal).Select(Checked)],
        Subject = email.Subject,
        Text = email.Text,
        Attachment = email.Attachment,
        Why = email.To.IsEmpty ? "It has no recipients." : null,
    }.EndedIfDone(at);

    /// <summary>An attempt begins. Should the service end before <see cref="After"/>, it is tried again at <paramref name="otherwise"/>.</summary>
    public OutboxEmail Begun(DateTimeOffset otherwise) => this with { Attempts = Attempts + 1, IsUnderWay = true, NextTry = otherwise };

    /// <summary>An attempt has ended.</summary>
    /// <param name="verdict">What it came to.</param>
    /// <param name="at">When.</param>
    /// <param name="next">When the next one would be.</param>
    /// <param name="limit">How long after <see cref="Since"/> it is given up.</param>
    public OutboxEmail After(Verdict verdict, DateTimeOffset at, DateTimeOffset next, TimeSpan limit)
    {
        var replies = verdict.Recipients.ToDictionary(recipient => recipient.Address, StringComparer.Ordinal);
        var tried = this with
        {
            Recipients = [.. Recipients.Select(recipient => replies.GetValueOrDefault(recipient.Address, recipient))],
            IsUnderWay = false,
            Doubts = Doubts + (verdict.IsInDoubt ? 1 : 0),
        };
        if (tried.State != MailState.Waiting)
        {
            return tried.EndedIfDone(at);
        }

        // The last attempt is made when the time is up, not up to an hour before.
        var end = Since + limit;
        return at >= end
            ? tried.GivenUp(at, limit)
            : tried with { Why = tried.Remaining.First().Why, NextTry = next < end ? next : end };
    }

    /// <summary>The service ended in the middle of an attempt: what came of it nobody knows.</summary>
    public OutboxEmail Interrupted() => this with
    {
        IsUnderWay = false,
        Doubts = Doubts + 1,
        Why = $"The service ended during attempt {Attempts.ToString(CultureInfo.InvariantCulture)}: the server may have accepted it.",
    };

    /// <summary>It is not tried any more: those who have not got it will not.</summary>
    public OutboxEmail GivenUp(DateTimeOffset at, TimeSpan limit, string? trouble = null) => (this with
    {
        Recipients = [.. Recipients.Select(recipient => recipient.State == MailState.Waiting
            ? recipient with { State = MailState.Failed, Why = $"Given up after {Hours(limit)} h. {trouble ?? recipient.Why}" }
            : recipient)],
    }).EndedIfDone(at);

    /// <summary>Somebody wants it tried again, now: for those who have not got it.</summary>
    public OutboxEmail Again(DateTimeOffset at) => (this with
    {
        Since = at,
        NextTry = at,
        Ended = null,
        Recipients = [.. Recipients.Select(recipient => recipient.State == MailState.Failed ? Checked(recipient.Address) : recipient)],
    }).EndedIfDone(at);

    static Recipient Checked(string address) =>
        MailAddress.Parse(address) is null ? new Recipient(address, MailState.Failed, "This is no e-mail address.") : new Recipient(address, MailState.Waiting);

    static string Hours(TimeSpan limit) => limit.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);

    OutboxEmail EndedIfDone(DateTimeOffset at) => State switch
    {
        MailState.Waiting => this,
        MailState.Sent => this with { Ended = at, NextTry = null, Why = null },
        MailState.Failed => this with { Ended = at, NextTry = null, Why = Recipients.FirstOrDefault(one => one.State == MailState.Failed)?.Why ?? Why },
    };
}
