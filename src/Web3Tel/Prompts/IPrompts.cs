namespace Web3Tel.Prompts;

/// <summary>The prompts there are.</summary>
public interface IPrompts
{
    /// <summary>The prompt of that name as it is now, or null. Asked whenever one is played: it must not take long.</summary>
    Prompt? Find(string name);
}
