namespace Web3Tel.Server.Commands;

/// <summary>Columns below each other.</summary>
static class TextTable
{
    /// <param name="output">Where to.</param>
    /// <param name="rows">All of the same length.</param>
    /// <param name="texts">How many columns in front begin below each other; the others are numbers and end so.</param>
    public static void Write(TextWriter output, IReadOnlyList<string[]> rows, int texts)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column < texts ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }
}
