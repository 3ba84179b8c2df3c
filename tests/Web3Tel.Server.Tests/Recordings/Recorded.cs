using Web3Tel.History;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Tests.Recordings;

/// <summary>Recordings for tests.</summary>
static class Recorded
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static readonly RecordingQuery Anything = new() { Zone = TimeZoneInfo.Utc };

    public static Recording Of(string id, DateTimeOffset? start = null, string from = "+79161234567", string queue = "sales", params string[] operators) => new()
    {
        Id = id,
        Start = start ?? Noon,
        Seconds = 60,
        Operators = [.. operators.Length == 0 ? ["1001"] : operators],
        From = from,
        Name = "Иван",
        To = "1000",
        Queue = queue,
        Line = "1000",
        Direction = CallDirection.Incoming,
        Result = CallResult.Answered,
        Path = $"2026/11/24/{id}.wav",
    };
}
