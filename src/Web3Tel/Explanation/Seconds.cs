namespace Web3Tel.Explanation;

static class Seconds
{
    /// <summary>Never below zero: a clock may have been set back.</summary>
    public static double Between(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (to - from).TotalSeconds);
}
