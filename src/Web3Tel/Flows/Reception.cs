using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Skills;

namespace Web3Tel.Flows;

/// <summary>What every caller meets: a greeting, then the queue.</summary>
public static class Reception
{
    /// <param name="greeting">What to play first, in the switch's own words; null for nothing.</param>
    /// <param name="queue">The queue callers join.</param>
    /// <param name="priority">How much earlier than the joining the caller's place counts from; null for none.</param>
    /// <param name="skills">What the call asks of an agent, beside what the queue does; null for nothing.</param>
    public static Flow<Unit> Flow(Distributor center, string? greeting, string queue, TimeSpan? priority = null, SkillDemand? skills = null) =>
        Flow(center, greeting, () => queue, priority, skills);

    /// <inheritdoc cref="Flow(Distributor, string?, string, TimeSpan?, SkillDemand?)"/>
    /// <param name="queue">The queue callers join, asked at the moment of joining: a greeting takes its time.</param>
    public static Flow<Unit> Flow(Distributor center, string? greeting, Func<string> queue, TimeSpan? priority = null, SkillDemand? skills = null) => call => Observable.Defer(() =>
    {
        // Who comes back has been greeted, and wants the place more than a welcome.
        var flow = Queueing.KnownQueue(center, call) is { } known
            ? FlowSteps.Answer.Then(Queueing.Queue(center, () => center.Current.Queues.GetValueOrDefault(known) is { Open: true } ? known : queue(), priority, skills))
            : FlowSteps.Answer.Then(Greet(greeting)).Then(Queueing.Queue(center, queue, priority, skills));
        return flow(call);
    });

    /// <summary>That they are recorded, where callers of the line are told so before anything else; then what is said to all.</summary>
    public static Flow<Unit> AfterNotice(Distributor center, Flow<Unit> welcome) => call => center.Notices.First(welcome)(call);

    static Flow<Reply> Greet(string? greeting) =>
        string.IsNullOrEmpty(greeting) ? _ => Observable.Empty<Reply>() : FlowSteps.Play(greeting);
}
