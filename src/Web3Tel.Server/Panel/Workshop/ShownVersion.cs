using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>A version of a document in the workshop's list.</summary>
/// <param name="State">In words; empty for one that was valid once.</param>
/// <param name="IsValid">Whether it is valid now.</param>
/// <param name="IsRight">Whether it was published once.</param>
public sealed record ShownVersion(int Number, DateTimeOffset At, string By, string Comment, string State, bool IsValid, bool IsRight)
{
    /// <param name="valid">The version that counts; null for none.</param>
    internal static ShownVersion Of(DocumentVersion version, DocumentVersion? valid, WorkshopWords said) => new(
        version.Number,
        version.At,
        version.Content.By,
        version.Content.Comment,
        version.Number == valid?.Number ? said.Valid
            : version.Content.State == DocumentState.Draft ? said.IsDraft
            : version.Content.State == DocumentState.TakenOut ? said.TakenOut
            : "",
        version.Number == valid?.Number,
        version.Content.State != DocumentState.Draft);
}
