using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Skills;

namespace Web3Tel.Flows;

/// <summary>Waiting in a queue, as a step of a flow.</summary>
public static class Queueing
{
    /// <summary>
    /// Joins the queue and plays its music, and announcements between, until the caller has an agent; ends when the conversation is over, or the wait in vain.
    /// A caller the queue knows already, or who remembers having joined, keeps the place.
    /// </summary>
    /// <param name="priority">How much earlier than the joining the place counts from; null for none.</param>
    /// <param name="skills">What the call asks of an agent, beside what the queue does; null for nothing.</param>
    /// <param name="otherwise">Name of the step to go to where the queue sends callers on without saying where to; null for the end of the call.</param>
    public static Flow<Unit> Queue(Distributor center, string queue, TimeSpan? priority = null, SkillDemand? skills = null, string? otherwise = null) =>
        Queue(center, () => queue, priority, skills, otherwise);

    /// <inheritdoc cref="Queue(Distributor, string, TimeSpan?, SkillDemand?, string?)"/>
    /// <param name="queue">Which one, asked at the moment of joining, in the call center's turn: by what is configured then.</param>
    public static Flow<Unit> Queue(Distributor center, Func<string> queue, TimeSpan? priority = null, SkillDemand? skills = null, string? otherwise = null) =>
        RecordingNotice(center, queue).Then(Join(center, queue, priority, skills, otherwise));

    static Flow<Unit> Join(Distributor center, Func<string> queue, TimeSpan? priority, SkillDemand? skills, string? otherwise) => call => Observable.Defer(() =>
    {
        var caller = call.Info.Ref;
        if (WaitsIn(center, caller) != queue())
        {
            var joining = CallMemory.Read(call.Info) is { } before
                ? (Since: (DateTimeOffset?)before.Joined, before.Priority, before.Skills)
                : (Since: null, Priority: priority, Skills: skills);
            center.Post(at => new Event.Joined(at, caller, queue(), joining.Since, joining.Priority, joining.Skills, otherwise));
        }

        return center.Watch(caller)
            .TakeWhile(state => state is not CallerState.Leaving)
            .Publish(states => states
                .Where(state => state is CallerState.Waiting)
                // Joining with an agent ends the music by itself. When that fails, it begins again.
                .Select(_ => Wait(center, call, states.Where(state => state is not CallerState.Waiting).Select(_ => Unit.Default)))
                .Switch()
                .TakeUntil(states.LastOrDefaultAsync()))
            .IgnoreElements()
            .Select(_ => Unit.Default)
            .Concat(Observable.Return(Unit.Default));
    });

    /// <summary>The queue in which the call center knows the caller to wait, or which the call itself remembers; null for neither.</summary>
    public static string? KnownQueue(Distributor center, ICall call) =>
        WaitsIn(center, call.Info.Ref) ?? call.Info.Variables.GetValueOrDefault(CallVariables.Queue);

    /// <summary>The queue in which the call center knows the caller to wait; null for none.</summary>
    internal static string? WaitsIn(Distributor center, CallRef call) =>
        center.Current.Callers.GetValueOrDefault(call) is { State: CallerState.Waiting } caller ? caller.Queue : null;

    /// <summary>
    /// Says that the conversation will be recorded, where that is to be said, to one who has not heard it and has no place yet: nobody loses a
    /// place by it, and no agent waits for it. Who has one hears it in the queue.
    /// </summary>
    static Flow<Reply> RecordingNotice(Distributor center, Func<string> queue) => call => Observable.Defer(() =>
        center.Current.Callers.GetValueOrDefault(call.Info.Ref) is { State: not CallerState.Waiting } && CallMemory.Read(call.Info) is null
            ? center.Notices.Play(call, queue())
            : Observable.Empty<Reply>());

    static IObservable<Reply> Wait(Distributor center, ICall call, IObservable<Unit> noLonger)
    {
        var caller = center.Current.Callers.GetValueOrDefault(call.Info.Ref);
        if (caller is not { Queue: { } queue, Joined: not null })
        {
            return Observable.Empty<Reply>();
        }

        // Where the end of the journal was lost the call may remember a place that the call center does not know of: they must agree.
        var remembers = call.Info.Variables.ContainsKey(CallVariables.Place);
        return call.Do(new CallCommand.SetVariables(CallMemory.Of(caller, withPlace: remembers)))
            .Merge(new Waiting(center, call, center.Current.Queues[queue].Settings).Listen(noLonger));
    }
}
