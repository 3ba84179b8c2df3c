using System.Reactive.Linq;
using Web3Tel.Calls;

namespace Web3Tel.Prompts;

/// <summary>A call that can be told to play prompts and words, too.</summary>
sealed class PromptedCall(ICall call, Prompter prompter) : ICall
{
    public CallInfo Info => call.Info;

    public IObservable<CallEvent> Events => call.Events;

    public IObservable<Reply> Do(CallCommand command) => command switch
    {
        CallCommand.Play play => prompter.Play(call, play.Source),
        CallCommand.PlayMusic music when !IsOfSwitch(music.Source) => Play(music),
        CallCommand.Whisper whisper when !(IsOfSwitch(whisper.Source) && whisper.Then.All(IsOfSwitch)) => Whisper(whisper),
        _ => call.Do(command),
    };

    IObservable<Reply> Play(CallCommand.PlayMusic music) => prompter.Resolve(call, [music.Source]).SelectMany(sounds =>
        sounds is [var source] ? call.Do(new CallCommand.PlayMusic(source)) : Observable.Return(new Reply(ReplyOutcome.Refused)));

    /// <summary>What is not there is passed over; nothing to whisper is done at once.</summary>
    IObservable<Reply> Whisper(CallCommand.Whisper whisper) => prompter.Resolve(call, whisper.Then.Prepend(whisper.Source)).SelectMany(sounds =>
        sounds is [var first, .. var rest] ? call.Do(whisper with { Source = first, Then = [.. rest] })
        : whisper.Otherwise is { } otherwise ? Do(new CallCommand.Whisper(otherwise, whisper.Keep))
        : Observable.Return(Reply.Done));

    static bool IsOfSwitch(string source) => Sound.Read(source) is Sound.OfSwitch;
}
