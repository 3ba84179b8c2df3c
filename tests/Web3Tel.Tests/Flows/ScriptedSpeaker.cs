using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Speech;

namespace Web3Tel.Tests.Flows;

/// <summary>A voice that notes what it is to say, and has it ready at once unless the test says otherwise.</summary>
sealed class ScriptedSpeaker : ISpeaker
{
    public List<string> Said { get; } = [];

    /// <summary>When set, the sound comes when the test says so.</summary>
    public Subject<string?>? Held { get; set; }

    /// <summary>What the sound of words is called.</summary>
    public Func<string, string> Sound { get; set; } = text => $"«{text}»";

    public bool IsMute { get; set; }

    public IObservable<string?> Say(string text, Language language) => Observable.Defer(() =>
    {
        Said.Add(text);
        return IsMute ? Observable.Return<string?>(null) : Held?.Take(1) ?? Observable.Return<string?>(Sound(text));
    });
}
