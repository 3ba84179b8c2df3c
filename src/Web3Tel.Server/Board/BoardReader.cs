using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Queues;
using Web3Tel.Recordings;
using Web3Tel.Scenarios;
using Web3Tel.Skills;

namespace Web3Tel.Server.Board;

/// <summary>From the engine's state to what people look at.</summary>
static class BoardReader
{
    /// <param name="state">The call center.</param>
    /// <param name="now">For durations.</param>
    /// <param name="mostWaiting">How many waiting callers to list in each queue: a page has room for some only.</param>
    public static BoardState Read(CallCenter state, DateTimeOffset now, int mostWaiting = int.MaxValue)
    {
        var callbacks = state.Callbacks.Values.CountBy(call => state.Callers[call].Queue!).ToDictionary();
        var crews = state.Crews();
        return new(
            [.. state.Queues.Values.Select(queue => state.Read(queue, crews.GetValueOrDefault(queue.Settings.Name, CrewOnBoard.Nobody), callbacks.GetValueOrDefault(queue.Settings.Name), now))],
            [.. state.Agents.Values.Select(state.Read)],
            [.. state.Waiting(now, mostWaiting), .. state.NotWaiting(now), .. state.OutgoingCalls.Values.Select(state.Read)]);
    }

    static QueueOnBoard Read(this CallCenter state, Queue queue, CrewOnBoard crew, int callbacks, DateTimeOffset now)
    {
        var name = queue.Settings.Name;
        DateTimeOffset? first = queue.Line.IsEmpty ? null : state.Callers[queue.Line.Min.Call].Joined;
        return new QueueOnBoard(
            name,
            queue.Line.Count,
            callbacks,
            first,
            Seconds(first, now),
            state.Offers.Values.Count(offer => offer.Queue == name && (offer.State == OfferState.Talking || offer.IsOnHold())),
            queue.Ready.Count,
            crew.AtWork,
            Rounded(queue.WaitAt(queue.Line.Count + 1)?.TotalSeconds),
            queue.Pace.Foretold == 0 ? null : Rounded(queue.Pace.ErrorSeconds),
            queue.Pace.Foretold,
            state.Configuration.Version)
        {
            Operators = crew,
        };
    }

    /// <summary>By the names of queues; one pass for all of them.</summary>
    static Dictionary<string, CrewOnBoard> Crews(this CallCenter state)
    {
        var crews = new Dictionary<string, CrewOnBoard>(StringComparer.Ordinal);
        foreach (var agent in state.Agents.Values)
        {
            foreach (var queue in agent.Settings.Queues.Distinct())
            {
                crews[queue] = crews.GetValueOrDefault(queue, CrewOnBoard.Nobody).With(Activity(agent.State), !agent.PhoneMayRing);
            }
        }

        return crews;
    }

    static OperatorOnBoard Read(this CallCenter state, Agent agent)
    {
        var caller = state.CallerOf(agent);
        var outgoing = agent.OutgoingCalls is [.., var number] ? state.OutgoingCalls.GetValueOrDefault(number) : null;
        return new OperatorOnBoard(
            agent.Id,
            agent.Settings.Name,
            Activity(agent.State),
            agent.State.Since,
            agent.State switch
            {
                AgentState.Break rest => rest.Until,
                AgentState.WrapUp busy => busy.Until,
                AgentState.Resting resting => resting.Until,
                _ => null,
            },
            (agent.State as AgentState.Resting)?.Why,
            agent.State is AgentState.Break now ? state.NameOf(now.Reason) : null,
            (agent.State as AgentState.Break)?.Reason,
            agent.PendingBreak,
            agent.Notice,
            agent.Ended,
            agent.Device,
            caller is { State: CallerState.Talking talk } && state.Offers.GetValueOrDefault(talk.Offer) is { } held && held.IsOnHold() ? held.HeldSince : null,
            agent.Outside?.Since,
            agent.DoNotDisturb?.Since,
            agent.DoNotDisturb?.Until,
            caller?.Call.Id,
            caller is null ? null : Called(caller),
            agent.Settings.Queues,
            agent.Settings.Skills,
            outgoing?.Call.Id,
            outgoing?.To,
            outgoing?.Talk?.Began ?? outgoing?.Began);
    }

    /// <summary>A break that is no longer configured goes by its id; the call center's own are named in the reader's language.</summary>
    static string? NameOf(this CallCenter state, string reason) =>
        reason is BreakReason.NoAnswer or BreakReason.Supervisor ? null
        : state.Configuration.BreakReasons.FirstOrDefault(known => known.Id == reason)?.Name ?? reason;

    public static OperatorActivity Activity(AgentState state) => state switch
    {
        AgentState.SignedOut => OperatorActivity.SignedOut,
        AgentState.Ready => OperatorActivity.Ready,
        AgentState.Offered => OperatorActivity.Offered,
        AgentState.Talking => OperatorActivity.Talking,
        AgentState.WrapUp => OperatorActivity.WrapUp,
        AgentState.Break => OperatorActivity.Break,
        AgentState.Resting => OperatorActivity.Resting,
        _ => throw new UnreachableException($"No activity for {state.GetType().Name}."),
    };

    static Caller? CallerOf(this CallCenter state, Agent agent)
    {
        long? number = agent.State switch
        {
            AgentState.Offered offered => offered.Offer,
            AgentState.Talking talking => talking.Offer,
            _ => null,
        };
        return number is { } called && (state.CallOf(called) ?? state.Guests.GetValueOrDefault(called)?.Call) is { } call
            ? state.Callers.GetValueOrDefault(call)
            : null;
    }

    static IEnumerable<CallOnBoard> Waiting(this CallCenter state, DateTimeOffset now, int most) =>
        from queue in state.Queues.Values
        from place in queue.Line.Take(most).Select((place, i) => (place.Call, Position: i + 1))
        select state.Read(state.Callers[place.Call], place.Position, now);

    static IEnumerable<CallOnBoard> NotWaiting(this CallCenter state, DateTimeOffset now) => state.Callers.Values
        .Where(caller => caller.State is not CallerState.Waiting)
        .Select(caller => state.Read(caller, position: null, now))
        .OrderBy(call => call.State is CallActivity.Talking or CallActivity.OnHold or CallActivity.Outside ? 0 : 1)
        .ThenBy(call => call.Since)
        .ThenBy(call => call.Id, StringComparer.Ordinal);

    static CallOnBoard Read(this CallCenter state, Caller caller, int? position, DateTimeOffset now)
    {
        var (activity, offer) = Activity(caller.State);
        var found = offer is { } number ? state.Offers.GetValueOrDefault(number) : null;
        activity = found?.IsOnHold() == true ? CallActivity.OnHold : activity;
        var agent = found?.Agent;
        return new CallOnBoard(
            caller.Call.Id,
            caller.Call.Node,
            caller.Number,
            caller.Name,
            caller.Dialled,
            activity,
            activity switch
            {
                CallActivity.OnHold => found?.HeldSince ?? now,
                CallActivity.Talking => caller.Talk?.Began ?? now,
                CallActivity.Outside => caller.Talk?.Began ?? caller.Outside?.Began ?? caller.LeftQueue ?? now,
                CallActivity.SentOn => caller.LeftQueue ?? now,
                CallActivity.Arrived or CallActivity.Waiting or CallActivity.CallingBack or CallActivity.Connecting or CallActivity.Transferring or CallActivity.Leaving or CallActivity.Dialling =>
                    caller.Joined ?? caller.Arrived,
            },
            caller.Queue,
            position,
            caller.Joined,
            Seconds(caller.Joined, caller.Talk?.Began ?? caller.LeftQueue ?? now),
            agent,
            agent is null ? null : state.Agents.GetValueOrDefault(agent)?.Settings.Name ?? agent,
            state.PhonesFor(caller.Call),
            caller.Away is not null,
            StepOf(caller),
            position is null ? SkillSet.None : caller.Wishes?.Profile.Must ?? SkillSet.None,
            position is null ? null : caller.Wishes?.Profile.Agent,
            CallbackOnBoard.Of(state.Pending(caller.Call)),
            caller.Direction,
            state.RecordingOf(caller.Call),
            caller.Pause?.Until,
            state.ConsultOf(caller));
    }

    static ConsultOnBoard? ConsultOf(this CallCenter state, Caller caller) =>
        caller.Guest is { } number && state.Guests.GetValueOrDefault(number) is { Purpose: GuestPurpose.Consult } guest
            ? new ConsultOnBoard(guest.To, guest.Agent is { } agent ? state.Agents.GetValueOrDefault(agent)?.Settings.Name ?? agent : guest.To, guest.Since, guest.State == GuestState.Consulting)
            : null;

    static CallOnBoard Read(this CallCenter state, OutgoingCall call) => new(
        call.Call.Id,
        call.Call.Node,
        call.To,
        "",
        call.Shown,
        Activity(call.State),
        call.Talk?.Began ?? call.Began,
        call.Queue,
        Position: null,
        Joined: null,
        WaitedSeconds: 0,
        call.Agent,
        state.Agents.GetValueOrDefault(call.Agent)?.Settings.Name ?? call.Agent,
        Phones: 0,
        call.State == OutgoingState.Orphaned,
        Step: null,
        SkillSet.None,
        OnlyFor: null,
        Callback: null,
        CallDirection.Outgoing,
        state.RecordingOf(call.Call),
        call.Pause?.Until);

    /// <summary>Where more than one runs, it is what is least silent that is told.</summary>
    static RecordingActivity? RecordingOf(this CallCenter state, CallRef call) =>
        RunningRecording.Of(state, call) is { IsEmpty: false } running ? running.Min(recording => Activity(recording.Pause)) : null;

    static RecordingActivity Activity(RecordingPause? pause) => pause is null ? RecordingActivity.Recording : pause.State switch
    {
        PauseState.Beginning => RecordingActivity.Pausing,
        PauseState.Paused => RecordingActivity.Paused,
        PauseState.Ending => RecordingActivity.Resuming,
    };

    public static CallActivity Activity(OutgoingState state) => state switch
    {
        OutgoingState.RingingAgent or OutgoingState.Dialling or OutgoingState.Orphaned => CallActivity.Dialling,
        OutgoingState.Announcing or OutgoingState.Connecting => CallActivity.Connecting,
        OutgoingState.Talking => CallActivity.Talking,
        OutgoingState.Telling or OutgoingState.Leaving => CallActivity.Leaving,
    };

    /// <summary>The step of a scenario, or the named one a queue has sent the caller to.</summary>
    static string? StepOf(Caller caller) => caller.State switch
    {
        CallerState.Arrived or CallerState.Waiting => caller.Scenario?.ToString(),
        CallerState.SentOn { Step: NextStep.Named step } => caller.Scenario is { } reached && IsScenario(step.Name, reached) ? reached.ToString() : step.Name,
        _ => null,
    };

    static bool IsScenario(string step, ScenarioPlace reached) =>
        step == reached.Scenario || step.StartsWith($"{reached.Scenario}.", StringComparison.Ordinal) || step.StartsWith($"{reached.Scenario}@", StringComparison.Ordinal);

    public static (CallActivity Activity, long? Offer) Activity(CallerState state) => state switch
    {
        CallerState.Arrived => (CallActivity.Arrived, null),
        CallerState.Waiting waiting => (CallActivity.Waiting, waiting.Offer),
        CallerState.Dialled dialled => (CallActivity.CallingBack, dialled.Offer),
        CallerState.Connecting connecting => (CallActivity.Connecting, connecting.Offer),
        CallerState.Talking talking => (CallActivity.Talking, talking.Offer),
        CallerState.Transferring => (CallActivity.Transferring, null),
        CallerState.Outside => (CallActivity.Outside, null),
        CallerState.SentOn => (CallActivity.SentOn, null),
        CallerState.Leaving => (CallActivity.Leaving, null),
        _ => throw new UnreachableException($"No activity for {state.GetType().Name}."),
    };

    /// <summary>The caller and the operator belong together, but do not talk.</summary>
    static bool IsOnHold(this Offer offer) => offer.State is OfferState.Held or OfferState.Resuming;

    static string Called(Caller caller) => caller.Name.Length > 0 ? caller.Name : caller.Number;

    static double? Rounded(double? seconds) => seconds is { } value ? Math.Round(value, 1) : null;

    static double Seconds(DateTimeOffset? from, DateTimeOffset to) => from is { } start ? Math.Max(0, Math.Round((to - start).TotalSeconds, 1)) : 0;
}
