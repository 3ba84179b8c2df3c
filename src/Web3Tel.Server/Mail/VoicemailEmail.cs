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
        var left = TimeZoneInfo.ConvertTime(notice.Left, notice.Zone);
        var template = notice.Template ?? VoicemailTemplate.Of(notice.Language);
        var values = Values(notice, left, Words.In(notice.Language));
        return new Email
        {
            Key = KeyOf(notice.Id),
            To = notice.To,
            Subject = template.Subject.Fill(values),
            Text = template.Text.Fill(values).TrimEnd() + "\n",
            Attachment = new Attachment(notice.Wav, FileName(notice, left)),
        };
    }

    /// <summary>The key of a message's e-mail in the outbox.</summary>
    public static string KeyOf(string message) => Prefix + message;

    /// <summary>The message an e-mail goes out with; null for another e-mail.</summary>
    public static string? MessageOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary>What stands in each place: <see cref="VoicemailTemplate.Places"/>.</summary>
    static Dictionary<string, string> Values(VoicemailNotice notice, DateTimeOffset left, Words words) => new(StringComparer.Ordinal)
    {
        ["caller"] = Caller(notice, words),
        ["name"] = PlainText.Name(notice.Name, LongestName),
        ["number"] = PlainText.Name(notice.Number, LongestName) is { Length: > 0 } number ? number : words.Withheld,
        ["dialled"] = PlainText.Name(notice.Dialled, LongestName),
        ["mailbox"] = PlainText.Name(notice.Mailbox, LongestName),
        ["queue"] = PlainText.Name(notice.Queue, LongestName),
        ["when"] = $"{left.ToString(words.Date, CultureInfo.InvariantCulture)} (UTC{left.ToString("zzz", CultureInfo.InvariantCulture)})",
        ["length"] = Length(notice.Length),
    };

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

    /// <summary>What is said in one language, whatever the template.</summary>
    /// <param name="Withheld">In place of a number.</param>
    /// <param name="Date">How a time is written.</param>
    sealed record Words(string Withheld, string Date)
    {
        public static Words In(Language language) => language switch
        {
            Language.English => new("number withheld", "d MMMM yyyy, HH:mm"),
            Language.Russian => new("номер скрыт", "dd.MM.yyyy, HH:mm"),
        };
    }
}
