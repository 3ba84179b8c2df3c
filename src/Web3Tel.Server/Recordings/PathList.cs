namespace Web3Tel.Server.Recordings;

/// <summary>How many, and some of them by name.</summary>
sealed class PathList
{
    readonly List<string> paths = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> Paths => paths;

    public void Add(string path)
    {
        Count++;
        if (paths.Count < ComparisonReport.MostNamed)
        {
            paths.Add(path);
        }
    }
}
