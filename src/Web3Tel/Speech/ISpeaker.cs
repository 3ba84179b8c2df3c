namespace Web3Tel.Speech;

/// <summary>Turns words into sound.</summary>
public interface ISpeaker
{
    /// <summary>
    /// Cold, and takes as long as it takes; never fails. The one value is the sound in the switch's own words, or null when
    /// these words cannot be spoken (now).
    /// </summary>
    IObservable<string?> Say(string text, Language language);
}
