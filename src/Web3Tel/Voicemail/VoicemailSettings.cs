using Web3Tel.Speech;

namespace Web3Tel.Voicemail;

/// <summary>How messages are left. Sounds are in the switch's own words; those that are null are spoken, where there is a voice.</summary>
public sealed record VoicemailSettings
{
    public static readonly VoicemailSettings Default = new();

    public string? Greeting { get; init; }

    /// <summary>After it the caller speaks.</summary>
    public string Beep { get; init; } = "tone_stream://%(500,0,640)";

    /// <summary>Says which keys there are afterwards: 1 to listen, 2 to keep, 3 to record again.</summary>
    public string? Choices { get; init; }

    /// <summary>Nothing was said, or too little.</summary>
    public string? TooShort { get; init; }

    /// <summary>The message is left.</summary>
    public string? Kept { get; init; }

    /// <summary>No message can be left at present.</summary>
    public string? Unavailable { get; init; }

    /// <summary>What is spoken where no sound is set.</summary>
    public Language Language { get; init; }

    /// <summary>What is shorter is no message.</summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A message ends here. Whole seconds count.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>So much silence ends a message. Whole seconds count, one at least.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(4);
}
