using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Skills;

namespace Web3Tel.Callbacks;

/// <summary>Being called back instead of waiting, as a step of a flow.</summary>
public static class CallbackFlow
{
    /// <summary>The name by which settings lead to it.</summary>
    public const string Step = "callback";

    /// <summary>
    /// Answers, reads the caller's number out and asks whether to call there: <c>1</c> confirms, <c>2</c> is for another number, which is entered and read
    /// out in its turn. It is confirmed or nothing has been asked for, at whatever moment the caller hangs up. When the wish is on the disk
    /// the caller is told so, and the flow is over. Who has waited keeps the place: called back, or in the queue again by <c>*</c>, by silence, or because
    /// no call can be promised. For others the flow is over then.
    /// </summary>
    /// <param name="queue">The queue whose operator shall call.</param>
    /// <param name="prompts">What is said; all of it spoken by default.</param>
    /// <param name="priority">For who has not joined a queue yet: how much earlier than now the place counts from; null for none.</param>
    /// <param name="skills">For who has not joined a queue yet: what the call asks of an agent; null for nothing.</param>
    /// <param name="otherwise">Where who is not to be called back goes instead of the queue.</param>
    public static Flow<Unit> Offer(
        Distributor center, ICallbacks callbacks, string queue, CallbackPrompts? prompts = null, TimeSpan? priority = null, SkillDemand? skills = null, Flow<Unit>? otherwise = null) => call =>
        Observable.Defer(() =>
        {
            var wish = new CallbackWish(queue, "") { Call = call.Info.Ref, Priority = priority, Skills = skills, Name = call.Info.Name is { Length: > 0 } name ? name : null };
            wish = (center.Current.Callers.GetValueOrDefault(call.Info.Ref), CallMemory.Read(call.Info)) switch
            {
                ({ Queue: not null } caller, _) => wish with { Joined = caller.Joined, Priority = caller.Priority, Skills = caller.Demand },
                (_, { } remembered) => wish with { Joined = remembered.Joined, Priority = remembered.Priority, Skills = remembered.Skills },
                _ => wish,
            };
            var back = otherwise ?? (wish.Joined is null ? null : Queueing.Queue(center, QueueOf(center, call) ?? queue));
            return new CallbackTalk(center, callbacks, call, wish, prompts ?? CallbackPrompts.Default, back).Run();
        });

    /// <summary>The same for the queue the caller is in or was in; for one who was in none, for that of the line.</summary>
    /// <param name="queueOf">The queue of a dialled number.</param>
    public static Flow<Unit> OfferFromQueue(Distributor center, ICallbacks callbacks, CallbackPrompts prompts, Func<string, string> queueOf) => call => Observable.Defer(() =>
        Offer(center, callbacks, QueueOf(center, call) ?? queueOf(call.Info.Dialled), prompts)(call));

    static string? QueueOf(Distributor center, ICall call) =>
        center.Current.Callers.GetValueOrDefault(call.Info.Ref)?.Queue ?? call.Info.Variables.GetValueOrDefault(CallVariables.Queue);
}
