using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Recordings;
using Web3Tel.Speech;

namespace Web3Tel.Flows;

/// <summary>Tells callers that the conversation is recorded, once a call; whoever answers meanwhile waits for the end of it.</summary>
/// <param name="current">The call center now.</param>
/// <param name="post">Tells it what has happened.</param>
sealed class RecordingNotices(Func<CallCenter> current, Action<Func<DateTimeOffset, Event>> post)
{
    static readonly ImmutableDictionary<string, string> Told = ImmutableDictionary<string, string>.Empty.Add(CallVariables.ToldOfRecording, "true");

    readonly ConcurrentDictionary<CallRef, bool> _heard = [];

    /// <summary>What callers of a line hear before anything else, if it is so set.</summary>
    public Flow<Unit> First(Flow<Unit> welcome) => call => Observable.Defer(() =>
        Known(call) is { State: CallerState.Arrived } caller && CallMemory.Read(call.Info) is null && RecordingNotice.AtFirst(current(), caller) is { } notice
            ? Play(call, notice).IgnoreElements().Select(_ => Unit.Default).Concat(Observable.Defer(() => welcome(call)))
            : welcome(call));

    /// <summary>What a caller has to hear who waits in the queue, or is about to join it; nothing for most.</summary>
    public IObservable<Reply> Play(ICall call, string queue) => Observable.Defer(() =>
        Known(call) is { } caller && RecordingNotice.Due(current(), caller, queue) is { } notice ? Play(call, notice) : Observable.Empty<Reply>());

    /// <summary>Whether the call hears it at this moment.</summary>
    public bool IsHeard(CallRef call) => _heard.ContainsKey(call);

    /// <summary>Whether the caller goes on waiting after it: nothing is to be played to one who is about to be joined with somebody.</summary>
    public bool StillWaits(CallRef call) => current() is var now && now.Callers.GetValueOrDefault(call) switch
    {
        { State: CallerState.Waiting } => true,
        { State: CallerState.Transferring { Guest: var guest } } => now.Guests.GetValueOrDefault(guest) is not { State: GuestState.Connecting },
        _ => false,
    };

    /// <summary>One that cannot be played is spoken, and one that cannot be spoken either stops nobody: the journey says why.</summary>
    public IObservable<Reply> Play(ICall call, RecordingNotice notice) => Observable.Defer(() =>
    {
        var caller = call.Info.Ref;
        _heard[caller] = true;
        return FlowSteps.Answer.Then(FlowSteps.Play(notice.Source)).Then(reply => reply.Outcome == ReplyOutcome.Refused
                ? FlowSteps.Say(RecordingPhrases.Notice(notice.Language), notice.Language)
                : _ => Observable.Return(reply))(call)
            .Do(reply => End(call, reply))
            .Finally(() => _heard.TryRemove(caller, out _));
    });

    void End(ICall call, Reply reply)
    {
        if (reply.Outcome is ReplyOutcome.CallEnded or ReplyOutcome.Disconnected)
        {
            return;
        }

        // Nothing waits for it: it only counts where the journal is lost.
        call.Do(new CallCommand.SetVariables(Told)).Subscribe(_ => { }, _ => { });
        post(at => new Event.RecordingAnnounced(at, call.Info.Ref, reply.IsDone ? null : reply.Detail));
    }

    Caller? Known(ICall call) => current().Callers.GetValueOrDefault(call.Info.Ref);
}
