using System.Globalization;
using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>The e-mail that a voicemail goes out with.</summary>
static class VoicemailEmail
{
    const int LongestName = 60;
    const string Prefix = "voicemail-";

    public static Email Of(VoicemailNotice notice)
    {
        var words = Words.In(notice.Language);
        var caller = Caller(notice, words);
        var mailbox = PlainText.Name(notice.Mailbox, LongestName);
        var left = TimeZoneInfo.ConvertTime(notice.Left, notice.Zone);
        var length = Length(notice.Length);
        return new Email
        {
            Key = KeyOf(notice.Id),
            To = notice.To,
            Subject = $"{words.Voicemail} {mailbox}: {caller}, {length}",
            Text = $"""
                {words.Left}

                {words.From}: {caller}
                {words.Mailbox}: {mailbox}
                {words.When}: {left.ToString(words.Date, CultureInfo.InvariantCulture)} (UTC{left.ToString("zzz", CultureInfo.InvariantCulture)})
                {words.Length}: {length}

                {words.Attached}

                """,
            Attachment = new Attachment(notice.Wav, FileName(notice, left)),
        };
    }

    /// <summary>The key of a message's e-mail in the outbox.</summary>
    public static string KeyOf(string message) => Prefix + message;

    /// <summary>The message an e-mail goes out with; null for another e-mail.</summary>
    public static string? MessageOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary>Name and number, what there is of them.</summary>
    static string Caller(VoicemailNotice notice, Words words)
    {
        var name = PlainText.Name(notice.Name, LongestName);
        var number = PlainText.Name(notice.Number, LongestName);
        return (name, number) switch
        {
            ("", "") => words.Withheld,
            ("", _) => number,
            (_, "") => $"{name} ({words.Withheld})",
            _ when name == number => number,
            _ => $"{name} ({number})",
        };
    }

    /// <summary>Minutes and seconds, begun seconds in full.</summary>
    static string Length(TimeSpan length)
    {
        var seconds = (long)Math.Ceiling(length.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>Letters, digits and dashes: a name for any file system.</summary>
    static string FileName(VoicemailNotice notice, DateTimeOffset left)
    {
        var number = string.Concat(notice.Number.Where(char.IsAsciiLetterOrDigit).Take(20));
        return string.Create(
            CultureInfo.InvariantCulture, $"voicemail-{left:yyyy-MM-dd-HHmmss}{(number.Length > 0 ? "-" : "")}{number}{Path.GetExtension(notice.Wav).ToLowerInvariant()}");
    }

    /// <summary>What is said in one language.</summary>
    /// <param name="Date">How a time is written.</param>
    sealed record Words(string Voicemail, string Left, string From, string Mailbox, string When, string Length, string Attached, string Withheld, string Date)
    {
        public static Words In(Language language) => language switch
        {
            Language.English => new(
                "Voicemail", "A caller left a message.", "From", "Mailbox", "When", "Length", "The recording is attached.", "number withheld", "d MMMM yyyy, HH:mm"),
            Language.Russian => new(
                "Голосовая почта", "Звонивший оставил сообщение.", "От кого", "Ящик", "Когда", "Длительность", "Запись приложена.", "номер скрыт", "dd.MM.yyyy, HH:mm"),
        };
    }
}
