using System.Reactive.Linq;

namespace Web3Tel.Speech;

/// <summary>Where there is no voice: nothing is spoken, and nobody waits for it.</summary>
public sealed class Speechless : ISpeaker
{
    public IObservable<string?> Say(string text, Language language) => Observable.Return<string?>(null);
}
