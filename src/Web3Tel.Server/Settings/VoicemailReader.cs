using System.Collections.Immutable;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Voicemail;
using Web3Tel.Speech;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Settings;

/// <summary>Reads how messages are left, which numbers lead to a mailbox, and who gets its messages by e-mail.</summary>
static class VoicemailReader
{
    const double Minute = 60;
    const int Century = 36_500;

    /// <param name="sendsMail">Whether a mail server is set.</param>
    public static (
        VoicemailSettings Settings,
        ImmutableDictionary<string, Mailbox> Lines,
        ImmutableDictionary<Mailbox, MessageReaders> Readers,
        ImmutableDictionary<Language, VoicemailTemplate> Templates,
        MessageKeeping Keeping) Read(SettingsReader section, People people, bool sendsMail)
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

        var readers = ImmutableDictionary.CreateBuilder<Mailbox, MessageReaders>();
        foreach (var email in section.Sections("Emails"))
        {
            Email(email, people, readers);
        }

        if (!sendsMail && readers.Count > 0)
        {
            section.Refuse("Emails", ("are set, but no mail server is.", "заданы, а почтовый сервер нет."), ("Set Web3Tel:Mail:Host, or leave Emails out.", "Задайте Web3Tel:Mail:Host или уберите Emails."));
        }

        if (settings.Least >= settings.Longest)
        {
            section.Refuse("LeastSeconds", ("is not less than LongestSeconds.", "не меньше LongestSeconds."), ("Nothing could be left: give less.", "Ничего нельзя было бы оставить: задайте меньше."));
        }

        var templates = VoicemailTemplatesReader.Read(section.Section("Templates"));
        var keeping = Keeping(section, people);
        section.RefuseOthers();
        return (settings, lines.ToImmutable(), readers.ToImmutable(), templates, keeping);
    }

    static void Line(SettingsReader line, People people, ImmutableDictionary<string, Mailbox>.Builder lines)
    {
        var number = line.Required("Number", ("Give the number that callers dial.", "Задайте номер, который набирают."));
        if (MailboxOf(line, line.Text("Mailbox", $"line:{number}"), people) is { } mailbox && number.Length > 0 && !lines.TryAdd(number, mailbox))
        {
            line.Refuse("Number", ($"is {number}, which stands in Lines already.", $"= {number}, и он уже есть в Lines."), SettingsReader.Once);
        }

        line.RefuseOthers();
    }

    static void Email(SettingsReader section, People people, ImmutableDictionary<Mailbox, MessageReaders>.Builder readers)
    {
        var mailbox = MailboxOf(section, section.Text("Mailbox"), people);
        var to = section.Texts("To").ToImmutableArray();
        Language? language = section.Text("Language").Length > 0 ? section.OneOf("Language", Language.English) : null;
        if (to.IsEmpty)
        {
            section.Refuse("To", ("is empty.", "— пусто."), ("Give at least one address, such as anna@example.com.", "Задайте хотя бы один адрес, например anna@example.com."));
        }

        foreach (var address in to.Where(address => MailAddress.Parse(address) is null))
        {
            section.RefuseOne("To", address, ("Give addresses, such as anna@example.com.", "Задайте адреса, например anna@example.com."));
        }

        if (mailbox is { } box && !readers.TryAdd(box, new MessageReaders(to, language)))
        {
            section.Refuse("Mailbox", ($"is {box}, which stands in Emails already.", $"= {box}, и он уже есть в Emails."), ("Name each mailbox once, with all its addresses.", "Называйте каждый ящик один раз, со всеми адресами."));
        }

        section.RefuseOthers();
    }

    static MessageKeeping Keeping(SettingsReader section, People people)
    {
        var rules = ImmutableDictionary.CreateBuilder<Mailbox, int?>();
        foreach (var rule in section.Sections("Keep"))
        {
            var days = Days(rule, "Days");
            if (MailboxOf(rule, rule.Text("Mailbox"), people) is { } mailbox && !rules.TryAdd(mailbox, days))
            {
                rule.Refuse("Mailbox", ($"is {mailbox}, which stands in Keep already.", $"= {mailbox}, и он уже есть в Keep."), ("Name each mailbox once.", "Называйте каждый ящик один раз."));
            }

            rule.RefuseOthers();
        }

        return new MessageKeeping(Days(section, "KeepDays"), rules.ToImmutable(), section.Flag("DeleteUnread", false), section.Flag("DeleteUnsent", false));
    }

    /// <summary>None, or nought, is for ever.</summary>
    static int? Days(SettingsReader section, string name) => section.Number(name, 0, 0, Century) is > 0 and var days ? days : null;

    /// <returns>Null, and told, when there is no such mailbox.</returns>
    static Mailbox? MailboxOf(SettingsReader section, string text, People people)
    {
        if (Mailbox.Read(text) is { } mailbox && Exists(mailbox, people))
        {
            return mailbox;
        }

        section.RefuseValue("Mailbox", text, ("Give queue:<name of a queue>, operator:<id of an operator> or line:<number>.", "Задайте queue:<имя очереди>, operator:<номер оператора> или line:<номер>."));
        return null;
    }

    static bool Exists(Mailbox mailbox, People people) => mailbox.Kind switch
    {
        MailboxKind.Queue => people.CallCenter.Queues.Any(queue => queue.Name == mailbox.Name),
        MailboxKind.Operator => people.CallCenter.Agents.Any(agent => agent.Id == mailbox.Name),
        MailboxKind.Line => true,
    };

    static string? Sound(SettingsReader section, string name) => section.Text(name) is { Length: > 0 } sound ? sound : null;
}
