using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Journal;

namespace Web3Tel.Server.Api;

/// <summary>How the API writes JSON: camelCase throughout, enums by name, times in ISO 8601, hang-up causes by their Q.850 name.</summary>
static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new HangupCauseText());
        options.Converters.Add(new MailboxConverter());
    }
}
