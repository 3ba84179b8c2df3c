namespace Web3Tel.Server.Prompts;

/// <summary>A prompt was not taken; the one there was before is as it was. The message says what to do.</summary>
sealed class PromptException(PromptFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public PromptFault Fault { get; } = fault;
}
