namespace Web3Tel.Reports;

/// <summary>All that was counted in a quarter of an hour, by names of queues, ids of operators and numbers of lines.</summary>
public sealed class SlotFacts
{
    public Dictionary<string, Tally> Queues { get; init; } = [];

    public Dictionary<string, Tally> Operators { get; init; } = [];

    public Dictionary<string, Tally> Lines { get; init; } = [];

    public Dictionary<string, Tally> Of(Subject subject) => subject switch
    {
        Subject.Queue => Queues,
        Subject.Operator => Operators,
        Subject.Line => Lines,
    };

    public Tally Of(Subject subject, string name)
    {
        var tallies = Of(subject);
        return tallies.TryGetValue(name, out var tally) ? tally : tallies[name] = new Tally();
    }

    public void Add(SlotFacts other)
    {
        foreach (var subject in Enum.GetValues<Subject>())
        {
            Add(subject, other.Of(subject));
        }
    }

    public void Add(Subject subject, Dictionary<string, Tally> tallies)
    {
        foreach (var (name, tally) in tallies)
        {
            Of(subject, name).Add(tally);
        }
    }
}
