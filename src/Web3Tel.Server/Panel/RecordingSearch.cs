namespace Web3Tel.Server.Panel;

/// <summary>What was asked for on the page of recordings.</summary>
/// <param name="Asked">The text of a parameter, empty when there is none.</param>
/// <param name="Fault">What is wrong with a parameter, or null.</param>
public sealed record RecordingSearch(Func<string, string> Asked, Func<string, string?> Fault)
{
    public static readonly RecordingSearch Nothing = new(_ => "", _ => null);
}
