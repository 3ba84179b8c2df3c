namespace Web3Tel.Prompts;

/// <summary>Where there are none.</summary>
public sealed class NoPrompts : IPrompts
{
    public Prompt? Find(string name) => null;
}
