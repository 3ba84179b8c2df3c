namespace Web3Tel.Server.Recordings;

/// <summary>A line of a CSV file that a spreadsheet takes for text: a caller's name that begins like a formula is none.</summary>
static class CsvLine
{
    /// <summary>What a spreadsheet may take for the beginning of a formula.</summary>
    const string Formula = "=+-@\t\r\n";

    public static string Of(params ReadOnlySpan<string> cells)
    {
        var line = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            line[i] = Cell(cells[i]);
        }

        return string.Join(',', line) + "\r\n";
    }

    static string Cell(string text)
    {
        // A blank in front does not keep it from being one.
        var start = text.AsSpan().TrimStart(' ');
        var safe = start.Length > 0 && Formula.Contains(start[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
