using System.Reactive.Linq;
using Web3Tel.Prompts;
using Web3Tel.Speech;

namespace Web3Tel.Server.Panel.Trials;

/// <summary>Words and prompts that are not played but named, so that it can be told what a caller would hear.</summary>
sealed class TrialVoice(IPrompts prompts) : ISpeaker, IPrompts
{
    const string Spoken = "words:";
    const string Recorded = "recorded:";

    public static (TrialKind Kind, string Text) Read(string source) =>
        source.StartsWith(Spoken, StringComparison.Ordinal) ? (TrialKind.Words, source[Spoken.Length..])
        : source.StartsWith(Recorded, StringComparison.Ordinal) ? (TrialKind.Prompt, source[Recorded.Length..])
        : (TrialKind.Sound, source);

    public IObservable<string?> Say(string text, Web3Tel.Speech.Language language) => Observable.Return<string?>(Spoken + text);

    public Prompt? Find(string name) => prompts.Find(name) is { } prompt ? prompt.File is null ? prompt : prompt with { File = Recorded + name } : null;
}
