using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Web3Tel.Server.Reviews;

/// <summary>All that was said of a recording.</summary>
/// <param name="Recording">Its id.</param>
/// <param name="Start">When the conversation began.</param>
/// <param name="Queue">Its queue, or null.</param>
public sealed record Review(string Recording, DateTimeOffset Start, string? Queue)
{
    /// <summary>In the order of their moments.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>One of each who judged.</summary>
    public ImmutableArray<Score> Scores { get; init; } = [];

    /// <summary>The mean of the scores, from 0 to 1; null where there are none.</summary>
    [JsonIgnore]
    public double? Share => Scores.IsEmpty ? null : Scores.Average(score => score.Share);

    [JsonIgnore]
    public bool IsEmpty => Remarks.IsEmpty && Scores.IsEmpty;

    internal Review With(Remark remark) => this with { Remarks = [.. Remarks.Append(remark).OrderBy(one => one.At).ThenBy(one => one.Written)] };

    internal Review Without(Remark remark) => this with { Remarks = Remarks.Remove(remark) };

    /// <summary>One of the same person goes.</summary>
    internal Review With(Score score) => Without(score.By) with { Scores = [.. Without(score.By).Scores, score] };

    /// <summary>Without the score of who judged.</summary>
    internal Review Without(string by) => this with { Scores = Scores.RemoveAll(score => score.By == by) };
}
