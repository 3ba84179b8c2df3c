using System.Text.Json.Serialization;

namespace Web3Tel.Reports;

/// <summary>How facts are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, Tally>))]
[JsonSerializable(typeof(Bookmark))]
public sealed partial class ReportJson : JsonSerializerContext;
