using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Voicemail;

namespace Web3Tel.Journal;

/// <summary>A mailbox as one string: <c>queue:sales</c>.</summary>
public sealed class MailboxConverter : JsonConverter<Mailbox>
{
    public override Mailbox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Mailbox.Read(reader.GetString() ?? "") ?? throw new JsonException("Not a mailbox: queue:…, operator:… or line:… is expected.");

    public override void Write(Utf8JsonWriter writer, Mailbox value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
