using Web3Tel.Prompts;
using Web3Tel.Speech;

namespace Web3Tel.Tests.Prompts;

/// <summary>Prompts as a test has them.</summary>
sealed class MemoryPrompts : IPrompts
{
    readonly Dictionary<string, Prompt> _prompts = [];

    public Prompt? Find(string name) => _prompts.GetValueOrDefault(name);

    public void Have(string name, string? file = null, string? text = null, bool isLost = false) =>
        _prompts[name] = new Prompt(name, file, text, Language.English, isLost);
}
