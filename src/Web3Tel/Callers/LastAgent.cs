using System.Text.Json.Serialization;

namespace Web3Tel.Callers;

/// <summary>Whom callers of a number spoke with last in a queue.</summary>
/// <param name="Agent">The agent's id.</param>
/// <param name="At">When they began to talk.</param>
public sealed record LastAgent(string Queue, string Number, string Agent, DateTimeOffset At, DateTimeOffset Until) : IRemembered
{
    [JsonIgnore]
    public string Key => KeptPlace.KeyOf(Queue, Number);
}
