using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Explanation;

/// <summary>Why a caller is not served yet.</summary>
/// <param name="Place">1 for the first.</param>
/// <param name="Agents">Those who serve the queue and what each does; <see cref="Choice.Most"/> at most, those signed out last.</param>
/// <param name="LeftOut">How many more there are.</param>
public sealed record StillWaiting(
    CallRef Call,
    string Queue,
    int Place,
    double Seconds,
    Hindrance Why,
    ImmutableArray<PassedOver> Agents,
    int LeftOut)
{
    /// <summary>How many phones ring for the caller.</summary>
    public int Phones { get; init; }

    /// <summary>Null for one who does not wait.</summary>
    public static StillWaiting? Of(CallCenter state, CallRef call, DateTimeOffset at)
    {
        if (state.Callers.GetValueOrDefault(call) is not { State: CallerState.Waiting waiting, Queue: { } name, Joined: { } joined } caller)
        {
            return null;
        }

        var queue = state.Queues[name];
        var serving = state.Serving(name).ToArray();
        PassedOver[] busy =
        [
            .. serving.Select(agent => (Agent: agent, Why: Obstacles.Of(agent, state, at) ?? Obstacles.Of(agent, queue, caller.Profile)))
                .Where(other => other.Why is not null)
                .OrderBy(other => other.Agent.State is AgentState.SignedOut ? 1 : 0)
                .Select(other => new PassedOver(other.Agent.Id, other.Agent.Settings.Name, other.Why!)),
        ];
        return new StillWaiting(
            call,
            name,
            queue.Line.IndexOf(caller.Place) + 1,
            Explanation.Seconds.Between(joined, at),
            WaitsFor(state, caller, waiting, queue, serving),
            [.. busy.Take(Choice.Most)],
            Math.Max(0, busy.Length - Choice.Most))
        {
            Phones = state.PhonesFor(call),
        };
    }

    /// <summary>What the caller waits for, in short; null for one who does not wait.</summary>
    public static Hindrance? Reason(CallCenter state, CallRef call) =>
        state.Callers.GetValueOrDefault(call) is { State: CallerState.Waiting waiting, Queue: { } name } caller
            ? WaitsFor(state, caller, waiting, state.Queues[name], [.. state.Serving(name)])
            : null;

    static Hindrance WaitsFor(CallCenter state, Caller caller, CallerState.Waiting waiting, Queue queue, Agent[] serving) =>
        waiting.Offer is not null ? Hindrance.Ringing
        : caller.Away is not null || caller is { IsRequest: true, Guest: not null } ? Hindrance.OutOfSight
        : caller.IsRequest && RestOf(caller) is { } rest ? rest
        : !state.Nodes.Contains(caller.Call.Node) ? Hindrance.SwitchOutOfReach
        : serving.Length == 0 ? Hindrance.NobodyServesTheQueue
        : serving.All(agent => agent.State is AgentState.SignedOut) ? Hindrance.NobodySignedIn
        : !queue.Expected.IsEmpty && queue.Expected.Min.CompareTo(caller.Place) < 0 ? Hindrance.SomebodyExpectedBack
        : caller.Profile.Agent is not null ? Hindrance.WaitsForSameAgent
        : OfTheFree(caller, queue, serving) is { } why ? why
        : queue.Crowds.Any(crowd => !crowd.Unoffered.IsEmpty && crowd.Unoffered.Min.CompareTo(caller.Place) < 0) ? Hindrance.NotTheFirst
        : Hindrance.NobodyFree;

    static Hindrance? RestOf(Caller caller) => caller.Callback?.Rest switch
    {
        CallbackRest.OnTheLine => Hindrance.StillOnTheLine,
        CallbackRest.Pause => Hindrance.PauseBetweenAttempts,
        CallbackRest.OutsideHours => Hindrance.OutsideCallingHours,
        null => null,
    };

    /// <summary>Why none of those who are free may have the caller; null when nobody is, or one may.</summary>
    static Hindrance? OfTheFree(Caller caller, Queue queue, Agent[] serving)
    {
        Obstacle?[] free = [.. serving.Where(agent => agent.IsAvailable).Select(agent => Obstacles.Of(agent, queue, caller.Profile))];
        return free.Length == 0 || free.Contains(null) ? null
            : free.Any(why => why is Obstacle.LevelNotOpen) ? Hindrance.LevelNotOpen
            : Hindrance.NobodyFreeHasTheSkills;
    }
}
