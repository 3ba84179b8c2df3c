using System.Reactive.Linq;
using Web3Tel.Speech;

namespace Web3Tel.Server.Speech;

/// <summary>A voice that may not be there: until somebody says that it is not it is tried, and from then on nobody speaks until it is.</summary>
sealed class AskedVoice : ISpeaker, IDisposable
{
    readonly ISpeaker voice;
    readonly IDisposable asking;
    volatile bool isThere = true;

    /// <param name="voice">The voice.</param>
    /// <param name="isThere">Whether it is there, as often as that is heard.</param>
    public AskedVoice(ISpeaker voice, IObservable<bool> isThere)
    {
        this.voice = voice;
        asking = isThere.Subscribe(now => this.isThere = now);
    }

    public IObservable<string?> Say(string text, Language language) =>
        Observable.Defer(() => isThere ? voice.Say(text, language) : Observable.Return<string?>(null));

    public void Dispose() => asking.Dispose();
}
