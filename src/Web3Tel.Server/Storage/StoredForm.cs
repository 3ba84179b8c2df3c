using System.Text.Json;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;

namespace Web3Tel.Server.Storage;

internal static class StoredForm
{
    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry);

    public static JournalEntry ReadJournal(string json) => JsonSerializer.Deserialize<JournalEntry>(json)!;

    public static string Write(HistoryEntry entry) => JsonSerializer.Serialize(entry);

    public static HistoryEntry ReadHistory(string json) => JsonSerializer.Deserialize<HistoryEntry>(json)!;

    public static string Write(CallCenter state) => JsonSerializer.Serialize(state);

    public static CallCenter ReadState(string json) => JsonSerializer.Deserialize<CallCenter>(json)!;
}
