using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>The words of the e-mail that a voicemail goes out with.</summary>
sealed record VoicemailTemplate(Template Subject, Template Text)
{
    /// <summary>What can stand in braces.</summary>
    public static readonly ImmutableArray<string> Places = ["caller", "name", "number", "dialled", "mailbox", "queue", "when", "length"];

    static readonly VoicemailTemplate English = Read(
        "Voicemail {mailbox}: {caller}, {length}",
        """
        A caller left a message.

        From: {caller}
        Mailbox: {mailbox}
        When: {when}
        Length: {length}

        The recording is attached.
        """);

    static readonly VoicemailTemplate Russian = Read(
        "Голосовая почта {mailbox}: {caller}, {length}",
        """
        Звонивший оставил сообщение.

        От кого: {caller}
        Ящик: {mailbox}
        Когда: {when}
        Длительность: {length}

        Запись приложена.
        """);

    /// <summary>That which counts where no other is set.</summary>
    public static VoicemailTemplate Of(Language language) => language switch
    {
        Language.English => English,
        Language.Russian => Russian,
    };

    static VoicemailTemplate Read(string subject, string text) => new(Template.Of(subject, Places), Template.Of(text, Places));
}
