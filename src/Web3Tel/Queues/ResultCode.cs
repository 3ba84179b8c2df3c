using Web3Tel.Speech;

namespace Web3Tel.Queues;

/// <summary>How a conversation of a queue may have ended for the business, such as sold.</summary>
/// <param name="Id">Unique in the queue; letters, digits, <c>.</c>, <c>-</c> and <c>_</c>. Kept in journals: do not reuse one for something else.</param>
/// <param name="Name">What people read.</param>
/// <param name="RussianName">What people read in Russian; null for the same.</param>
public sealed record ResultCode(string Id, string Name, string? RussianName = null)
{
    public string In(Language language) => Phrases.In(language, Name, RussianName ?? Name);
}
