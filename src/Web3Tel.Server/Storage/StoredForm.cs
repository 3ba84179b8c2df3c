using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>What lies on the disk is the domain's own JSON: readable by people, and by any later version.</summary>
static class StoredForm
{
    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry);

    public static string Write(HistoryEntry entry) => JsonSerializer.Serialize(entry, JournalJson.Default.HistoryEntry);

    public static string Write(CallCenter state) => JsonSerializer.Serialize(Snapshot.Of(state), JournalJson.Default.Snapshot);

    public static string Write(VoiceMessage message) => JsonSerializer.Serialize(message, JournalJson.Default.VoiceMessage);

    public static string Write(AuditRecord record) => JsonSerializer.Serialize(record, JournalJson.Default.AuditRecord);

    public static AuditRecord ReadAudit(string json) => Read(json, JournalJson.Default.AuditRecord);

    public static VoiceMessage ReadMessage(string json) => Read(json, JournalJson.Default.VoiceMessage);

    public static JournalEntry ReadEntry(string json) => Read(json, JournalJson.Default.JournalEntry);

    public static HistoryEntry ReadCall(string json) => Read(json, JournalJson.Default.HistoryEntry);

    /// <exception cref="InvalidDataException">It was written by a newer version of the service.</exception>
    public static CallCenter ReadState(string json) => Read(json, JournalJson.Default.Snapshot) switch
    {
        { Version: > JournalEntry.CurrentVersion } newer => throw new InvalidDataException($"It has version {newer.Version}, we know {JournalEntry.CurrentVersion}."),
        var snapshot => snapshot.Restore(),
    };

    static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException($"A {typeof(T).Name} is null.");
}
