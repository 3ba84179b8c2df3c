using System.Collections.Immutable;
using System.Diagnostics;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Speech;

namespace Web3Tel.Flows;

/// <summary>
/// One caller's time in one queue: that the conversation is recorded, for who has not heard it, then music, and announcements between. All of it is begun in the call center's own turn and only while
/// the caller waits, so that nothing is played into a conversation; an agent's answer waits for none of it.
/// </summary>
sealed class Waiting(Distributor center, ICall call, QueueSettings queue)
{
    /// <summary>Until it is disposed of.</summary>
    /// <param name="noLonger">Says once that the caller is about to have an agent: nothing new is begun, what plays is the bridge's to end.</param>
    public IObservable<Reply> Listen(IObservable<Unit> noLonger) => center.Notices.Play(call, queue.Name)
        .Concat(Observable.Defer(() => center.Notices.StillWaits(call.Info.Ref) ? Entertain(noLonger) : Observable.Empty<Reply>()))
        .Merge(Keys());

    /// <summary>Tells the call center of the keys by which the caller wants to leave, as they are now; other keys mean nothing here.</summary>
    IObservable<Reply> Keys() => call.Events
        .OfType<CallEvent.Digit>()
        .Where(digit => center.Current.Queues.GetValueOrDefault(queue.Name)?.Settings.ExitKeys.Any(exit => exit.Key == digit.Key) == true)
        .Do(digit => center.Post(at => new Event.KeyPressed(at, call.Info.Ref, digit.Key)))
        .IgnoreElements()
        .Select(_ => Reply.Done);

    IObservable<Reply> Entertain(IObservable<Unit> noLonger)
    {
        var music = call.Do(new CallCommand.PlayMusic(queue.Music));
        return Regret(music, noLonger).Concat(Observable.Defer(() => IsWaiting() ? Entertain(music, noLonger) : Observable.Empty<Reply>()));
    }

    IObservable<Reply> Entertain(IObservable<Reply> music, IObservable<Unit> noLonger)
    {
        if (queue.Announce is not { } settings)
        {
            return music;
        }

        var telling = new Telling(settings, center.Now);
        return Next(settings, telling)
            .TakeUntil(noLonger)
            .Select(sounds => Play(sounds, telling))
            .StartWith(music)
            .Switch()
            .DoWhile(IsWaiting);
    }

    /// <summary>What a caller hears whose agent's phone was lost; music until it is there, and no more than that where there is nothing to tell.</summary>
    IObservable<Reply> Regret(IObservable<Reply> music, IObservable<Unit> noLonger) => LostPhoneNotice.IsDue(center.Current.Callers.GetValueOrDefault(call.Info.Ref))
        ? center.InTurn(new LostPhoneNotice(center, call, queue).Sound)
            .TakeUntil(noLonger)
            .Select(sound => sound is not null && IsWaiting() ? center.InTurn(call.Do(new CallCommand.Play(sound))) : Observable.Empty<Reply>())
            .StartWith(music)
            .Switch()
        : Observable.Empty<Reply>();

    /// <summary>The sounds of the next announcement, when it is due and they are there; music goes on meanwhile.</summary>
    IObservable<ImmutableArray<string>> Next(Announcements settings, Telling telling) => Observable
        .Defer(() => center.InTurn(Observable.Timer(telling.Rest(center.Now), center.Scheduler)))
        .SelectMany(_ =>
        {
            var due = telling.Look(center.Now, center.Current.PositionOf(call.Info.Ref), center.Current.ExpectedWaitOf(call.Info.Ref));
            telling.Finish(center.Now);
            return center.InTurn(Sounds(due, settings.Language));
        })
        .Repeat()
        .Where(sounds => !sounds.IsEmpty && IsWaiting())
        .Take(1);

    IObservable<ImmutableArray<string>> Sounds(ImmutableArray<Announcement> due, Language language) => due
        .Select(what => what switch
        {
            Announcement.Place place => center.Speaker.Say(Phrases.Position(language, place.Number), language),
            Announcement.Wait wait => center.Speaker.Say(Phrases.ExpectedWait(language, wait.Expected), language),
            Announcement.Keys when ExitKeyPhrases.Of(language, queue.ExitKeys) is { } told => center.Speaker.Say(told, language),
            Announcement.Keys => Observable.Empty<string?>(),
            Announcement.Message message => center.Prompter.Resolve(message.Source),
            _ => throw new UnreachableException($"Nobody says {what.GetType().Name}."),
        })
        .Concat()
        .Where(sound => sound is not null)
        .Aggregate(ImmutableArray<string>.Empty, (sounds, sound) => sounds.Add(sound!));

    /// <summary>A sound that cannot be played is passed over.</summary>
    IObservable<Reply> Play(ImmutableArray<string> sounds, Telling telling) => sounds
        .Select(sound => Observable.Defer(() => IsWaiting() ? center.InTurn(call.Do(new CallCommand.Play(sound))) : Observable.Empty<Reply>()))
        .Append(Observable.Defer(() =>
        {
            telling.Finish(center.Now);
            return Observable.Empty<Reply>();
        }))
        .Concat();

    bool IsWaiting() =>
        center.Current.Callers.GetValueOrDefault(call.Info.Ref) is { State: CallerState.Waiting } caller && caller.Queue == queue.Name;
}
