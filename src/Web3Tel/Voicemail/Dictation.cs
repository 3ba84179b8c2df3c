using System.Collections.Immutable;
using System.Diagnostics;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Menus;
using Web3Tel.Speech;

namespace Web3Tel.Voicemail;

/// <summary>One caller leaving a message.</summary>
sealed class Dictation(Distributor center, IMessages messages, ICall call, Mailbox mailbox, VoicemailSettings settings)
{
    const int Tries = 2;

    /// <summary>Sounded instead of the choices where there is no voice.</summary>
    const string Question = "tone_stream://%(150,100,500);%(150,0,600)";

    /// <summary>
    /// A disk that takes nothing must not keep the caller waiting: the name of the file tells whose message it is. Where there is no room by then
    /// the switch would hang up at the beep.
    /// </summary>
    static readonly TimeSpan DiskPatience = TimeSpan.FromSeconds(2);

    readonly MessageDraft _draft = new(messages, settings);

    public IObservable<Unit> Run(bool greets) => Step(FlowSteps.Answer)
        .Concat(Attempt(1, greets ? Tell(settings.Greeting, VoicemailPhrases.Greeting) : Observable.Empty<Unit>()))
        .Finally(_draft.End);

    /// <summary>The caller is back, and this message had been begun before.</summary>
    /// <param name="message">The message.</param>
    /// <param name="told">How long the switch recorded, as far as it says so.</param>
    public IObservable<Unit> GoOn(VoiceMessage message, TimeSpan told) => Observable.Defer(() =>
    {
        var isLeft = message.State switch
        {
            MessageState.Recording => told >= settings.Least,
            MessageState.Recorded or MessageState.Kept => true,
            MessageState.Discarded => false,
        };
        return isLeft
            ? Step(FlowSteps.Answer).Concat(Left(messages.Change(message.Id, found => found.Keep(told))))
            : messages.Change(message.Id, found => found.Discard()).IgnoreElements().Concat(Run(greets: false));
    });

    /// <summary>The message is written down while the caller is told something: a slow disk is not heard.</summary>
    IObservable<Unit> Attempt(int tries, IObservable<Unit> told) => Observable.Defer(() =>
    {
        var message = MessageFile.Begin(mailbox, call.Info, center.Now);
        var begun = _draft.Begin(message);
        return told.Concat(Observable.Defer(() => HasRoom(begun).SelectMany(hasRoom => hasRoom ? Speak(message, tries) : Refuse())));
    });

    IObservable<Unit> Speak(VoiceMessage message, int tries)
    {
        var memory = ImmutableDictionary<string, string>.Empty.Add(CallVariables.Message, message.Id);
        return Step(FlowSteps.Do(new CallCommand.SetVariables(memory)))
            .Concat(FlowSteps.Play(settings.Beep)(call).SelectMany(beeped => IsOver(beeped) ? Observable.Return(beeped) : Record(message)).SelectMany(reply => reply switch
            {
                _ when IsOver(reply) => Observable.Empty<Unit>(),
                { IsDone: false } => Refuse(),
                _ when _draft.IsRecorded(message) => Offer(message),
                _ when tries < Tries => Attempt(tries + 1, Tell(settings.TooShort, VoicemailPhrases.TooShort)),
                _ => Leave(),
            }));
    }

    IObservable<Reply> Record(VoiceMessage message) => Observable.Defer(() =>
    {
        center.Post(at => new Event.MessageBegun(at, call.Info.Ref, mailbox.ToString(), message.Id));
        return _draft.Record(message, call, center.Scheduler);
    });

    /// <summary>Nobody is asked a question that cannot be heard: without a voice two tones ask for a key.</summary>
    IObservable<Unit> Offer(VoiceMessage message) => Sound(settings.Choices, VoicemailPhrases.Choices)
        .SelectMany(sound =>
        {
            var menu = new Menu<AfterRecording>(sound ?? Question, AfterRecording.Keep) { Tries = 2 }
                .On("1", AfterRecording.Listen).On("2", AfterRecording.Keep).On("3", AfterRecording.Again);
            return MenuFlow.Choose(menu, center.Scheduler)(call);
        })
        .SelectMany(choice => choice switch
        {
            AfterRecording.Listen => Step(FlowSteps.Do(new CallCommand.PlayRecording(message.File))).Concat(Observable.Defer(() => Offer(message))),
            AfterRecording.Keep => Leave(),
            AfterRecording.Again => Attempt(1, Observable.Empty<Unit>()),
            _ => throw new UnreachableException($"Nothing follows {choice}."),
        });

    IObservable<Unit> Leave() => Observable.Defer(() => _draft.Keep() is { } kept ? Left(kept) : HangUp());

    IObservable<Unit> Refuse() => Observable.Defer(() =>
    {
        _draft.GiveUp();
        return _draft.Keep() is { } kept ? Left(kept) : Tell(settings.Unavailable, VoicemailPhrases.Unavailable).Concat(HangUp());
    });

    IObservable<Unit> Left(IObservable<Unit> kept) =>
        kept.Take(1).Timeout(DiskPatience, Observable.Return(Unit.Default), center.Scheduler).IgnoreElements().Concat(Tell(settings.Kept, VoicemailPhrases.Kept)).Concat(HangUp());

    IObservable<Unit> HangUp() => Step(FlowSteps.HangUp(HangupCause.NormalClearing));

    IObservable<bool> HasRoom(IObservable<bool> begun) =>
        begun.TakeUntil(hasRoom => !hasRoom).TakeUntil(Observable.Timer(DiskPatience, center.Scheduler)).LastOrDefaultAsync();

    /// <summary>What can neither be played nor spoken is passed over.</summary>
    IObservable<Unit> Tell(string? sound, Func<Language, string> words) => Sound(sound, words)
        .SelectMany(found => found is null ? Observable.Empty<Unit>() : Step(FlowSteps.Play(found)));

    IObservable<string?> Sound(string? sound, Func<Language, string> words) => Observable.Defer(() =>
        sound is not null ? Observable.Return<string?>(sound) : center.Speaker.Say(words(settings.Language), settings.Language));

    /// <summary>The call, or our sight of it, has ended.</summary>
    static bool IsOver(Reply reply) => reply.Outcome is ReplyOutcome.CallEnded or ReplyOutcome.Disconnected;

    IObservable<Unit> Step(Flow<Reply> step) => step(call).IgnoreElements().Select(_ => Unit.Default);
}
