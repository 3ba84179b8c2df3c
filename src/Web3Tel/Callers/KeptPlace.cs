using System.Text.Json.Serialization;

namespace Web3Tel.Callers;

/// <summary>The place of a caller who was cut off, for the next call from the same number.</summary>
/// <param name="From">From when the place counts.</param>
public sealed record KeptPlace(string Queue, string Number, DateTimeOffset From, DateTimeOffset Until) : IRemembered
{
    // No queue's name has a slash.
    [JsonIgnore]
    public string Key => KeyOf(Queue, Number);

    internal static string KeyOf(string queue, string number) => $"{queue}/{number}";
}
