using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Prompts;
using Web3Tel.Speech;

namespace Web3Tel.Flows;

/// <summary>The building blocks of a conversation. A refused command (a missing prompt) does not end the flow: the reply tells.</summary>
public static class FlowSteps
{
    public static Flow<Reply> Answer { get; } = Do(new CallCommand.Answer());

    /// <summary>Plays a file or stream to its end; also <c>prompt:welcome</c> and <c>speak:Good morning</c>, as <see cref="Sound"/> reads them.</summary>
    public static Flow<Reply> Play(string source) => Do(new CallCommand.Play(source));

    /// <summary>Plays a prompt to its end: recorded, or spoken by its text where the recording is missing.</summary>
    public static Flow<Reply> PlayPrompt(string name) => Play(new Sound.Named(name).ToString());

    /// <summary>Speaks words. Where there is no voice the reply tells, and the flow goes on.</summary>
    public static Flow<Reply> Say(string text, Language language) => Play(new Sound.Words(text, language).ToString());

    /// <summary>Plays music until it is disposed of, or the caller is joined with an agent.</summary>
    public static Flow<Reply> PlayMusic(string source) => Do(new CallCommand.PlayMusic(source));

    public static Flow<Reply> HangUp(HangupCause cause) => Do(new CallCommand.HangUp(cause));

    /// <summary>Any command as a flow.</summary>
    public static Flow<Reply> Do(CallCommand command) => call => call.Do(command);

    /// <summary>One after the other.</summary>
    public static Flow<TNext> Then<T, TNext>(this Flow<T> first, Flow<TNext> next) => call =>
        first(call).IgnoreElements().Select(_ => default(TNext)!).Concat(Observable.Defer(() => next(call)));

    /// <summary>One after the other, where what comes next depends on what was found out.</summary>
    public static Flow<TNext> Then<T, TNext>(this Flow<T> first, Func<T, Flow<TNext>> next) => call =>
        first(call).Select(found => next(found)(call)).Concat();

    /// <summary>The same, told in other words.</summary>
    public static Flow<TResult> Select<T, TResult>(this Flow<T> flow, Func<T, TResult> tell) => call => flow(call).Select(tell);
}
