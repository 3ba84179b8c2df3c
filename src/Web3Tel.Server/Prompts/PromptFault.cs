namespace Web3Tel.Server.Prompts;

/// <summary>Why a prompt was not taken.</summary>
enum PromptFault
{
    /// <summary>The file, or what is heard of it.</summary>
    TooLarge,

    /// <summary>Neither WAV nor MP3, or broken.</summary>
    NotASound,

    /// <summary>The machine has nothing to convert it.</summary>
    NoConverter,

    /// <summary>The disk takes nothing.</summary>
    NoRoom,
}
