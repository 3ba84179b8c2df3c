using System.Collections.Immutable;
using Web3Tel.Server.Mail;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads the words of the e-mail that a voicemail goes out with.</summary>
static class VoicemailTemplatesReader
{
    static readonly string Places = string.Join(", ", VoicemailTemplate.Places.Select(place => $"{{{place}}}"));

    public static ImmutableDictionary<Language, VoicemailTemplate> Read(SettingsReader section)
    {
        var templates = ImmutableDictionary.CreateBuilder<Language, VoicemailTemplate>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var own = section.Section(language.ToString());
            var usual = VoicemailTemplate.Of(language);
            templates.Add(language, new VoicemailTemplate(Template(own, "Subject", usual.Subject), Template(own, "Text", usual.Text)));
            if (own.Text("Subject").AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                own.Refuse("Subject", ("has several lines.", "— несколько строк."), ("Give one line.", "Оставьте одну строку."));
            }

            own.RefuseOthers();
        }

        section.RefuseOthers();
        return templates.ToImmutable();
    }

    static Template Template(SettingsReader section, string name, Template usual)
    {
        var text = section.Text(name);
        if (text.Length == 0)
        {
            return usual;
        }

        var (template, faults) = Mail.Template.Read(text, VoicemailTemplate.Places);
        foreach (var fault in faults)
        {
            section.Refuse(name, fault, (
                $"Give places such as {Places}; a brace that is none is written twice, {{{{ or }}}}.", $"Задайте места, например {Places}; скобка, которая ничего не значит, пишется дважды: {{{{ или }}}}."));
        }

        return template;
    }
}
