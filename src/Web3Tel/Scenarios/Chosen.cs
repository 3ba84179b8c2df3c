namespace Web3Tel.Scenarios;

/// <summary>What a caller has chosen in a menu.</summary>
abstract record Chosen
{
    Chosen()
    {
    }

    /// <param name="Id">Id of the step; null for the end of the call.</param>
    public sealed record Step(string? Id) : Chosen;

    /// <summary>The caller has said or done nothing that leads somewhere.</summary>
    public sealed record Nothing(string? Id) : Chosen;

    public sealed record Back : Chosen;

    public sealed record Extension(string Agent) : Chosen;
}
