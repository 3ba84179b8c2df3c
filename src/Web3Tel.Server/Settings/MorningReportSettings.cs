using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Server.Mail;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>The report of the day before, by e-mail.</summary>
/// <param name="To">Who gets it; nobody where it is empty.</param>
/// <param name="At">From when on in the day.</param>
/// <param name="Queues">Of which queues; all where it is empty.</param>
sealed record MorningReportSettings(ImmutableArray<string> To, TimeOnly At, Language Language, ImmutableArray<string> Queues)
{
    const string Usual = "07:00";

    /// <returns>Null where nobody gets it.</returns>
    public static MorningReportSettings? Read(SettingsReader section, bool hasMail)
    {
        var to = section.Texts("To").ToImmutableArray();
        foreach (var address in to.Where(address => MailAddress.Parse(address) is null))
        {
            section.Refuse("To", $"has \"{address}\".", "Give addresses, such as anna@example.com.");
        }

        if (!to.IsEmpty && !hasMail)
        {
            section.Refuse("To", "is set, but no mail server is.", "Set Web3Tel:Mail:Host, or leave it out.");
        }

        var text = section.Text("At", Usual);
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            section.Refuse("At", $"is \"{text}\".", $"Give a time of the day, such as {Usual}.");
        }

        // Queues come and go while the service runs: one that there is not has no figures.
        var wanted = section.Texts("Queues").ToImmutableArray();
        var language = section.OneOf("Language", Language.English);
        section.RefuseOthers();
        return to.IsEmpty ? null : new MorningReportSettings(to, at, language, wanted);
    }
}
