using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Speech;

namespace Web3Tel.Flows;

/// <summary>The word to a caller who is in the queue again because the agent's phone was lost in the conversation.</summary>
sealed class LostPhoneNotice(Distributor center, ICall call, QueueSettings queue)
{
    /// <summary>The queue's own sound; where it has none, or it is not there, words.</summary>
    public IObservable<string?> Sound => Observable.Defer(() => queue.PhoneLostNotice is { } notice
        ? center.Prompter.Resolve(notice).SelectMany(sound => sound is null ? Words() : Observable.Return<string?>(sound))
        : Words());

    /// <summary>Whether the caller has lost the agent since they were joined last, and has not been told in vain for another.</summary>
    public static bool IsDue(Caller? caller) =>
        caller?.Journey.LastOrDefault(step => step.What is JourneyEvent.PhoneLost or JourneyEvent.Connected or JourneyEvent.ConnectFailed)?.What == JourneyEvent.PhoneLost;

    IObservable<string?> Words() => center.Speaker.Say(Phrases.PhoneLost(Language, center.Current.PositionOf(call.Info.Ref) == 1), Language);

    /// <summary>The one that the caller has chosen, else that of the queue's announcements.</summary>
    Language Language => Enum.TryParse<Language>(call.Info.Variables.GetValueOrDefault(CallVariables.Language), out var chosen) ? chosen : queue.Announce?.Language ?? default;
}
