using System.Globalization;
using System.Text;
using Web3Tel.Server.Reviews;

namespace Web3Tel.Server.Recordings;

/// <summary>What was said of the recordings of an export: <c>remarks.csv</c> and <c>scores.csv</c>, a line for each remark and each criterion.</summary>
sealed class ReviewTables(TimeZoneInfo zone, IReadOnlyDictionary<string, string> names)
{
    readonly StringBuilder remarks = new();
    readonly StringBuilder scores = new();

    /// <summary>The tables that have something in them, with their heads.</summary>
    public IEnumerable<(string Name, byte[] Table)> Written =>
        from table in new[]
        {
            (Name: "remarks.csv", Head: CsvLine.Of("id", "at", "text", "by", "written"), Lines: remarks),
            (Name: "scores.csv", Head: CsvLine.Of("id", "operator", "by", "given", "share", "criterion", "points", "most", "weight", "comment"), Lines: scores),
        }
        where table.Lines.Length > 0
        select (table.Name, (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.Head + table.Lines)]);

    public void Add(Review review)
    {
        foreach (var remark in review.Remarks)
        {
            remarks.Append(CsvLine.Of(review.Recording, Number(remark.At), remark.Text, remark.By, Local(remark.Written)));
        }

        foreach (var score in review.Scores)
        {
            foreach (var one in score.Points)
            {
                scores.Append(CsvLine.Of(
                    review.Recording, NameOf(score.Operator), score.By, Local(score.Given), Share(score.Share),
                    one.Criterion, Number(one.Given), Number(one.Most), Number(one.Weight), score.Comment));
            }
        }
    }

    /// <summary>From 0 to 1; empty for none.</summary>
    public static string Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    string NameOf(string id) => names.GetValueOrDefault(id) is { } name && name != id ? $"{name} ({id})" : id;

    string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
