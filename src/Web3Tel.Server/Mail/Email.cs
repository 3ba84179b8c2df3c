using System.Collections.Immutable;

namespace Web3Tel.Server.Mail;

/// <summary>An e-mail to be sent.</summary>
sealed record Email
{
    /// <summary>Who puts the same key again gets the e-mail that is there: one is sent, not two.</summary>
    public required string Key { get; init; }

    /// <summary>Addresses, with a name or without: <c>anna@example.com</c>, <c>Анна &lt;anna@example.com&gt;</c>. All of them see one another.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>One line; may hold any character, line ends become spaces.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text, lines ended by <c>\n</c>.</summary>
    public required string Text { get; init; }

    public Attachment? Attachment { get; init; }
}
