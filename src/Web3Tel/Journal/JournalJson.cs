using System.Text.Json.Serialization;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.History;
using Web3Tel.Voicemail;

namespace Web3Tel.Journal;

/// <summary>How the journal, snapshots of the state, the history and messages are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(CallRefConverter), typeof(HangupCauseConverter), typeof(MailboxConverter)])]
// Two states of the same name need two names in the generated code.
[JsonSerializable(typeof(AgentState.Talking), TypeInfoPropertyName = "AgentTalking")]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(JournalEntry[]))]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(HistoryEntry))]
[JsonSerializable(typeof(VoiceMessage))]
[JsonSerializable(typeof(AuditRecord))]
public sealed partial class JournalJson : JsonSerializerContext;
