namespace Web3Tel.Server.Recordings;

/// <summary>Gives a number to each name, so that a million recordings hold numbers and are compared by them.</summary>
sealed class NameTable
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<string> names = [];

    public int NumberOf(string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            number = names.Count;
            numbers.Add(name, number);
            names.Add(name);
        }

        return number;
    }

    /// <summary>For each number whether its name is one of those wanted.</summary>
    public bool[] Which(Func<string, bool> wanted) => [.. names.Select(wanted)];
}
