using System.Collections.Immutable;
using System.Diagnostics;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Menus;
using Web3Tel.Phones;
using Web3Tel.Speech;

namespace Web3Tel.Callbacks;

/// <summary>One caller being asked whether, and where, to be called back.</summary>
/// <param name="wish">All of the wish but the number.</param>
/// <param name="back">Where the caller goes on who is not to be called back; null for nowhere.</param>
sealed class CallbackTalk(Distributor center, ICallbacks callbacks, ICall call, CallbackWish wish, CallbackPrompts prompts, Flow<Unit>? back)
{
    const char Star = '*';

    int _triesLeft = prompts.Tries;

    Language Language => center.Current.Queues.GetValueOrDefault(wish.Queue)?.Settings.Announce?.Language ?? prompts.Language;

    NumberRule Rule => center.Current.Queues.GetValueOrDefault(wish.Queue)?.Settings.Callback?.Numbers ?? new NumberRule();

    public IObservable<Unit> Run() => Step(FlowSteps.Answer(call)).Concat(Observable.Defer(() =>
        Callable(call.Info.Number) is { } number ? Confirm(number) : prompts.OtherNumbers ? Enter() : Refuse()));

    IObservable<Unit> Confirm(string number) => Sounds(
        Sound(prompts.Offer, CallbackPhrases.Offer),
        Say(SpokenNumber.Of(Language, number)),
        prompts.OtherNumbers ? Sound(prompts.Choices, CallbackPhrases.Choices) : Sound(prompts.Confirm, CallbackPhrases.Confirm),
        BackSound())
        .SelectMany(sounds => MenuFlow.Choose(Choices(sounds), center.Scheduler)(call))
        .SelectMany(choice => choice switch
        {
            CallbackChoice.Confirm => Ask(number),
            CallbackChoice.AnotherNumber => Enter(),
            CallbackChoice.Back => Back(),
            _ => throw new UnreachableException($"Nothing follows {choice}."),
        });

    Menu<CallbackChoice> Choices(ImmutableArray<string> sounds)
    {
        var menu = new Menu<CallbackChoice>(sounds[0], CallbackChoice.Back) { Tries = prompts.Tries, Patience = prompts.Patience, Then = sounds[1..] }
            .On("1", CallbackChoice.Confirm);
        menu = prompts.OtherNumbers ? menu.On("2", CallbackChoice.AnotherNumber) : menu;
        return back is null ? menu : menu.On($"{Star}", CallbackChoice.Back);
    }

    IObservable<Unit> Enter() => Sounds(Sound(prompts.AskNumber, CallbackPhrases.AskNumber), BackSound())
        .SelectMany(sounds => KeyEntry.Enter(sounds, Rule.Longest, prompts.Patience, center.Scheduler, leave: back is null ? null : Star)(call))
        .SelectMany(entered =>
            entered is [Star] ? Back()
            : Callable(entered) is { } number ? Confirm(number)
            : AnotherTry(entered.Length == 0 ? Observable.Empty<Unit>() : Tell(prompts.WrongNumber, CallbackPhrases.WrongNumber, Tones.Refused)));

    /// <summary>The number as it is dialled; null for one that is withheld (networks also write nothing but zeros), or that may not be called.</summary>
    string? Callable(string written) => CallbackNumber.Read(written) is { } number && number.Trim('+', '0').Length > 0 && Rule.Allows(number) ? number : null;

    IObservable<Unit> AnotherTry(IObservable<Unit> told) => told.Concat(Observable.Defer(() => --_triesLeft > 0 ? Enter() : Back()));

    /// <summary>From here on it stands, whatever the caller does.</summary>
    IObservable<Unit> Ask(string number) => callbacks.Ask(wish with { Number = number })
        .SelectMany(reply => reply switch
        {
            CallbackReply.Accepted => Tell(prompts.Accepted, CallbackPhrases.Accepted, Tones.Done),
            CallbackReply.AskedAlready => Tell(prompts.AskedAlready, CallbackPhrases.AskedAlready, Tones.Done),
            CallbackReply.NumberRefused when prompts.OtherNumbers => AnotherTry(Tell(prompts.WrongNumber, CallbackPhrases.WrongNumber, Tones.Refused)),
            CallbackReply.NumberRefused or CallbackReply.NotHere or CallbackReply.NotWritten => Refuse(),
            _ => throw new UnreachableException($"Nothing follows {reply}."),
        });

    IObservable<Unit> Refuse() => Tell(prompts.Unavailable, CallbackPhrases.Unavailable, Tones.Refused).Concat(Back());

    IObservable<Unit> Back() => Observable.Defer(() => back is null ? Observable.Empty<Unit>() : back(call));

    /// <summary>What can neither be played nor spoken is a tone.</summary>
    IObservable<Unit> Tell(string? sound, Func<Language, string> words, string tone) => Sound(sound, words)
        .SelectMany(found => Step(FlowSteps.Play(found ?? tone)(call)));

    IObservable<string?> BackSound() => back is null ? Observable.Return<string?>(null) : Sound(prompts.Back, CallbackPhrases.Back);

    IObservable<string?> Sound(string? sound, Func<Language, string> words) => sound is null ? Say(words(Language)) : Observable.Return<string?>(sound);

    IObservable<string?> Say(string words) => Observable.Defer(() => center.Speaker.Say(words, Language));

    /// <summary>What of it there is, one after the other; a tone that asks for a key where there is nothing.</summary>
    static IObservable<ImmutableArray<string>> Sounds(params IObservable<string?>[] parts) => parts.Concat()
        .Aggregate(ImmutableArray<string>.Empty, (sounds, sound) => sound is null ? sounds : sounds.Add(sound))
        .Select(sounds => sounds.IsEmpty ? [Tones.Prompt] : sounds);

    static IObservable<Unit> Step(IObservable<Reply> step) => step.IgnoreElements().Select(_ => Unit.Default);
}
