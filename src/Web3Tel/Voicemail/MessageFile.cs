using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Web3Tel.Calls;

namespace Web3Tel.Voicemail;

/// <summary>
/// Where a message is recorded: a folder a day, and a name that tells all that must be known of the message, so that a file which the
/// index knows nothing of is still somebody's message.
/// </summary>
public static class MessageFile
{
    /// <summary>The folder of all of them, under the recordings folder.</summary>
    public const string Folder = "voicemail";

    const string Day = "yyyy'/'MM'/'dd";
    const string Time = "HHmmssfff";

    /// <summary>
    /// Such as <c>voicemail/2026/11/24/101502123-79161234567-queue_3Asales-1f0c22ab….wav</c>, in UTC: what is no letter, digit or dot of ASCII
    /// is written as the bytes it has in UTF-8.
    /// </summary>
    public static VoiceMessage Begin(Mailbox mailbox, CallInfo call, DateTimeOffset at)
    {
        var number = string.Concat(call.Number.Where(char.IsAsciiDigit));
        var day = at.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);
        var time = at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);
        return new VoiceMessage
        {
            Id = Id(at, call.Ref.Id),
            Mailbox = mailbox,
            Call = call.Ref,
            Number = call.Number,
            Name = call.Name,
            Dialled = call.Dialled,
            Begun = at,
            File = $"{Folder}/{day}/{time}-{number}-{Plain(mailbox.ToString())}-{Plain(call.Ref.Id)}.wav",
        };
    }

    /// <summary>The message of a file that nothing else is known of; null when the file is none of ours.</summary>
    /// <param name="path">Under the recordings folder, with <c>/</c>.</param>
    /// <param name="node">The switch that recorded it.</param>
    public static VoiceMessage? Read(string path, string node)
    {
        if (!path.EndsWith(".wav", StringComparison.Ordinal) || path.Split('/') is not [Folder, var year, var month, var day, var name]
            || name[..^4].Split('-') is not [var time, var number, var box, var id]
            || !DateTimeOffset.TryParseExact(
                $"{year}/{month}/{day}{time}", Day + Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var begun)
            || Spoken(box) is not { } mailboxText || Mailbox.Read(mailboxText) is not { } mailbox || Spoken(id) is not { } call)
        {
            return null;
        }

        return new VoiceMessage
        {
            Id = Id(begun, call),
            Mailbox = mailbox,
            Call = new CallRef(node, call),
            Number = number,
            Name = "",
            Dialled = "",
            Begun = begun,
            File = path,
        };
    }

    /// <summary>Less than the ids of all messages begun at that time or later, greater than those of all others.</summary>
    public static string FirstId(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    static string Id(DateTimeOffset at, string call) => $"{FirstId(at)}-{Plain(call)}";

    static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)letter) || letter == '.')
            {
                plain.Append((char)letter);
            }
            else
            {
                plain.Append(CultureInfo.InvariantCulture, $"_{letter:X2}");
            }
        }

        return plain.ToString();
    }

    static string? Spoken(string plain)
    {
        var bytes = ImmutableArray.CreateBuilder<byte>();
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] != '_')
            {
                bytes.Add((byte)plain[i]);
            }
            else if (i + 2 < plain.Length && byte.TryParse(plain.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
            {
                bytes.Add(letter);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
