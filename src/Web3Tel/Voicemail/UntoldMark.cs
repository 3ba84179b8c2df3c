namespace Web3Tel.Voicemail;

/// <summary>Something that was done to a message, kept with it until the journal has it: a death in between loses nothing.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When; the journal has it later.</param>
public sealed record UntoldMark(MessageMark Mark, string By, DateTimeOffset At);
