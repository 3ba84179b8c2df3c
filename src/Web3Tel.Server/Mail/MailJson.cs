using System.Text.Json.Serialization;

namespace Web3Tel.Server.Mail;

/// <summary>How the outbox is written as JSON: readable by people, and by any later version.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OutboxEmail))]
sealed partial class MailJson : JsonSerializerContext;
