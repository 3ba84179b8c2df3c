using System.Text.Json.Nodes;

namespace Web3Tel.Server.Verto;

/// <summary>What becomes of a message: all of it made anew by us.</summary>
/// <param name="ToSwitch">What the switch gets of it; null for nothing.</param>
/// <param name="ToBrowser">What the browser gets of it; null for nothing.</param>
/// <param name="Refusal">Why the browser's message was not obeyed; null when it was.</param>
sealed record Passage(JsonObject? ToSwitch = null, JsonObject? ToBrowser = null, string? Refusal = null)
{
    public static readonly Passage Nothing = new();
}
