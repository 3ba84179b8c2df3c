using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Phones;

/// <summary>How operators command the call center from their telephones. PINs are not in the journal, unlike what the engine decides by.</summary>
public sealed record PhoneSettings
{
    /// <summary>Of what is pressed in a conversation.</summary>
    public const int MostKeys = 4;

    /// <summary>The number of the menu; null for no menu.</summary>
    public string? Menu { get; init; }

    /// <summary>The number that keeps the telephone it is dialled from quiet; null for none.</summary>
    public string? DoNotDisturb { get; init; }

    /// <summary>The number that lets it ring again; null for none.</summary>
    public string? Disturb { get; init; }

    /// <summary>Keys by which an operator pauses the recording of the conversation, such as <c>*7</c>; null for none.</summary>
    public string? PauseRecording { get; init; }

    /// <summary>Keys by which it goes on; null for the same as those that pause it.</summary>
    public string? ResumeRecording { get; init; }

    public Language Language { get; init; }

    /// <summary>Whether an operator is asked for the PIN at the own telephone, too.</summary>
    public bool AskOwnPhone { get; init; } = true;

    /// <summary>After how many wrong PINs in a row nobody gets in as that operator; at least 1.</summary>
    public int PinTries { get; init; } = 3;

    /// <summary>For how long, counted from the last of them.</summary>
    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>By operator's id; who has none does not get in where a PIN is asked.</summary>
    public ImmutableDictionary<string, Pin> Pins { get; init; } = ImmutableDictionary<string, Pin>.Empty;
}
