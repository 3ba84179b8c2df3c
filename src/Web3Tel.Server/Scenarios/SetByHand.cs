using System.Text.Json.Serialization;
using Web3Tel.Hours;

namespace Web3Tel.Server.Scenarios;

/// <summary>A calendar that somebody has opened or closed, as it is kept.</summary>
/// <param name="Until">When the calendar counts again.</param>
/// <param name="By">Who it was; null in what was kept before that was kept, too.</param>
/// <param name="Comment">Why.</param>
sealed record SetByHand(bool Open, DateTimeOffset Until, string? By = null, string? Comment = null)
{
    [JsonIgnore]
    public HandSetting Setting => new(Open, Until);
}
