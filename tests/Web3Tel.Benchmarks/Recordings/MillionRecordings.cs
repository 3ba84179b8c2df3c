using System.Globalization;
using Web3Tel.History;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Benchmarks.Recordings;

/// <summary>The recordings of a busy year, the same each time.</summary>
static class MillionRecordings
{
    public const int Count = 1_000_000;
    public const int Operators = 200;

    const int Queues = 12;
    public static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Step = TimeSpan.FromDays(365) / Count;

    public static IEnumerable<Recording> All()
    {
        var chance = new Random(1);
        var id = new byte[16];
        for (var n = 0; n < Count; n++)
        {
            chance.NextBytes(id);
            var start = First + (n * Step);
            var uuid = new Guid(id).ToString();
            var number = "79" + chance.NextInt64(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);
            var agent = Operator(chance.Next(Operators));
            yield return new Recording
            {
                Id = uuid,
                Start = start,
                Seconds = chance.Next(5, 900),
                Operators = chance.Next(20) == 0 ? [agent, Operator(chance.Next(Operators))] : [agent],
                From = "+" + number,
                Name = "Иван Петров",
                To = $"7495000{n % 40:D4}",
                Queue = $"queue-{n % Queues}",
                Line = $"7495000{n % 40:D4}",
                Direction = CallDirection.Incoming,
                Result = CallResult.Answered,
                Path = $"{start.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'HHmmss", CultureInfo.InvariantCulture)}-{number}-{agent}-{uuid[..8]}.wav",
                File = FileState.Finished,
                Size = 1_000_000 + n,
                Sha256 = Convert.ToHexStringLower(id) + Convert.ToHexStringLower(id),
            };
        }
    }

    public static string Operator(int n) => (1000 + n).ToString(CultureInfo.InvariantCulture);
}
