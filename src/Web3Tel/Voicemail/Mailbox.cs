namespace Web3Tel.Voicemail;

/// <summary>Where messages are left.</summary>
/// <param name="Name">The queue's name, the operator's id, or the number dialled.</param>
public readonly record struct Mailbox(MailboxKind Kind, string Name)
{
    public static Mailbox OfQueue(string queue) => new(MailboxKind.Queue, queue);

    public static Mailbox OfOperator(string id) => new(MailboxKind.Operator, id);

    public static Mailbox OfLine(string number) => new(MailboxKind.Line, number);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static Mailbox? Read(string text)
    {
        foreach (var kind in Enum.GetValues<MailboxKind>())
        {
            if (text.StartsWith(Prefix(kind), StringComparison.Ordinal) && text.Length > Prefix(kind).Length)
            {
                return new Mailbox(kind, text[Prefix(kind).Length..]);
            }
        }

        return null;
    }

    /// <summary>Such as <c>queue:sales</c>, <c>operator:1001</c> or <c>line:2000</c>.</summary>
    public override string ToString() => Prefix(Kind) + Name;

    static string Prefix(MailboxKind kind) => kind switch
    {
        MailboxKind.Queue => "queue:",
        MailboxKind.Operator => "operator:",
        MailboxKind.Line => "line:",
    };
}
