using System.Collections.Immutable;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Settings;

/// <summary>Reads how messages are left, and which numbers lead to a mailbox.</summary>
static class VoicemailReader
{
    const double Minute = 60;

    public static (VoicemailSettings Settings, ImmutableDictionary<string, Mailbox> Lines) Read(SettingsReader section, People people)
    {
        var defaults = VoicemailSettings.Default;
        var settings = new VoicemailSettings
        {
            Greeting = Sound(section, "Greeting"),
            Beep = section.Text("Beep", defaults.Beep),
            Choices = Sound(section, "Choices"),
            TooShort = Sound(section, "TooShort"),
            Kept = Sound(section, "Kept"),
            Unavailable = Sound(section, "Unavailable"),
            Language = section.OneOf("Language", defaults.Language),
            Least = section.Seconds("LeastSeconds", defaults.Least.TotalSeconds, 0.5, Minute),
            Longest = section.Seconds("LongestSeconds", defaults.Longest.TotalSeconds, 5, 60 * Minute),
            Silence = section.Seconds("SilenceSeconds", defaults.Silence.TotalSeconds, 1, Minute),
        };
        var lines = ImmutableDictionary.CreateBuilder<string, Mailbox>(StringComparer.Ordinal);
        foreach (var line in section.Sections("Lines"))
        {
            Line(line, people, lines);
        }

        if (settings.Least >= settings.Longest)
        {
            section.Refuse("LeastSeconds", "is not less than LongestSeconds.", "Nothing could be left: give less.");
        }

        section.RefuseOthers();
        return (settings, lines.ToImmutable());
    }

    static void Line(SettingsReader line, People people, ImmutableDictionary<string, Mailbox>.Builder lines)
    {
        var number = line.Required("Number", "Give the number that callers dial.");
        var text = line.Text("Mailbox", $"line:{number}");
        if (Mailbox.Read(text) is not { } mailbox || !Exists(mailbox, people))
        {
            line.Refuse("Mailbox", $"is \"{text}\".", "Give queue:<name of a queue>, operator:<id of an operator> or line:<number>.");
        }
        else if (number.Length > 0 && !lines.TryAdd(number, mailbox))
        {
            line.Refuse("Number", $"is {number}, which stands in Lines already.", "Name each number once.");
        }

        line.RefuseOthers();
    }

    static bool Exists(Mailbox mailbox, People people) => mailbox.Kind switch
    {
        MailboxKind.Queue => people.CallCenter.Queues.Any(queue => queue.Name == mailbox.Name),
        MailboxKind.Operator => people.CallCenter.Agents.Any(agent => agent.Id == mailbox.Name),
        MailboxKind.Line => true,
    };

    static string? Sound(SettingsReader section, string name) => section.Text(name) is { Length: > 0 } sound ? sound : null;
}
