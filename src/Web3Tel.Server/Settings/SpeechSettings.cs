using System.Collections.Immutable;

namespace Web3Tel.Server.Settings;

/// <summary>The program that speaks: words in, a sound file out.</summary>
/// <param name="Program">Its name or path; empty for no voice.</param>
/// <param name="Arguments">As they are given to it, <c>{voice}</c>, <c>{text}</c> and <c>{file}</c> replaced.</param>
/// <param name="English">The voice for English, by the program's own name for it.</param>
/// <param name="Russian">The voice for Russian.</param>
/// <param name="Longest">How long it may take: a caller who waits is told another time rather than late.</param>
sealed record SpeechSettings(string Program, ImmutableArray<string> Arguments, string English, string Russian, TimeSpan Longest)
{
    public SpeechThrough Through { get; init; }
}
