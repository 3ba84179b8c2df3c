using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Outgoing;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Keeps the ordered views and the deadlines in step with the callers, agents and offers they are views of.</summary>
static class Views
{
    public static CallCenter Move(this CallCenter state, Caller? from, Caller? to) =>
        (state with { Deadlines = Move(state.Deadlines, Deadline.Of(from), Deadline.Of(to)) })
            .MoveOnLine(from, to)
            .MoveRequest(from, to)
            .Move(from, from.StandingOn(state.Nodes), to, to.StandingOn(state.Nodes));

    public static CallCenter Move(this CallCenter state, Caller? from, Standing was, Caller? to, Standing becomes)
    {
        if (from is not null && to is not null && from.Queue == to.Queue && from.Place == to.Place && from.Profile == to.Profile)
        {
            return was == becomes ? state : state.Move(to, was, becomes);
        }

        state = was == Standing.None ? state : state.Move(from!, was, Standing.None);
        return becomes == Standing.None ? state : state.Move(to!, Standing.None, becomes);
    }

    public static CallCenter Move(this CallCenter state, Agent? from, Agent? to)
    {
        state = (state with { Deadlines = Move(state.Deadlines, Deadline.Of(from), Deadline.Of(to)) }).MoveAtWork(from, to).MoveLevels(from, to);
        if (from is { IsAvailable: true, State: var was })
        {
            state = state.InQueuesOf(from, queue => queue.WithoutReady(from, was.Since));
        }

        return to is { IsAvailable: true, State: var becomes }
            ? state.InQueuesOf(to, queue => queue.WithReady(to, becomes.Since))
            : state;
    }

    public static CallCenter Move(this CallCenter state, Offer? from, Offer? to) =>
        (state with { Deadlines = Move(state.Deadlines, Deadline.Of(from), Deadline.Of(to)) }).MoveRung(from, to);

    public static CallCenter Move(this CallCenter state, Guest? from, Guest? to) =>
        state with { Deadlines = Move(state.Deadlines, Deadline.Of(from), Deadline.Of(to)) };

    public static CallCenter Move(this CallCenter state, OutgoingCall? from, OutgoingCall? to) =>
        state with { Deadlines = Move(state.Deadlines, Deadline.Of(from), Deadline.Of(to)) };

    static CallCenter Move(this CallCenter state, Caller caller, Standing from, Standing to)
    {
        var queue = state.Queues[caller.Queue!];
        var place = caller.Place;
        queue = queue with
        {
            Line = Move(queue.Line, place, from, to, Standing.Line),
            Expected = Move(queue.Expected, place, from, to, Standing.Expected),
        };
        if (((from ^ to) & (Standing.Present | Standing.Unoffered | Standing.Expected)) != 0)
        {
            queue = state.WithCaller(queue, caller.Profile, crowd => crowd with
            {
                Present = Move(crowd.Present, place, from, to, Standing.Present),
                Unoffered = Move(crowd.Unoffered, place, from, to, Standing.Unoffered),
                Expected = Move(crowd.Expected, place, from, to, Standing.Expected),
            });
        }

        return state with { Queues = state.Queues.SetItem(caller.Queue!, queue) };
    }

    static ImmutableSortedSet<Place> Move(ImmutableSortedSet<Place> view, Place place, Standing from, Standing to, Standing which) =>
        (from & which) == (to & which) ? view
        : (to & which) != 0 ? view.Add(place)
        : view.Remove(place);

    static ImmutableSortedSet<Deadline> Move(ImmutableSortedSet<Deadline> deadlines, Deadline? from, Deadline? to)
    {
        if (from == to)
        {
            return deadlines;
        }

        deadlines = from is { } was ? deadlines.Remove(was) : deadlines;
        return to is { } becomes ? deadlines.Add(becomes) : deadlines;
    }

    static CallCenter MoveOnLine(this CallCenter state, Caller? from, Caller? to)
    {
        var change = (IsOnLine(to) ? 1 : 0) - (IsOnLine(from) ? 1 : 0);
        if (change == 0)
        {
            return state;
        }

        var line = (to ?? from)!.Dialled;
        var callers = state.LinesInUse.GetValueOrDefault(line) + change;
        return state with { LinesInUse = callers == 0 ? state.LinesInUse.Remove(line) : state.LinesInUse.SetItem(line, callers) };
    }

    /// <summary>Who is called back takes no channel of the line dialled.</summary>
    static bool IsOnLine(Caller? caller) => caller is { State: not CallerState.Leaving, Callback: null };

    static CallCenter MoveRequest(this CallCenter state, Caller? from, Caller? to)
    {
        var (was, becomes) = (KeyOf(from), KeyOf(to));
        if (was == becomes && from?.Call == to?.Call)
        {
            return state;
        }

        var callbacks = was is null ? state.Callbacks : state.Callbacks.Remove(was);
        return state with { Callbacks = becomes is null ? callbacks : callbacks.SetItem(becomes, to!.Call) };
    }

    static string? KeyOf(Caller? caller) =>
        caller is { IsRequest: true, Queue: { } queue } ? CallbackNumber.KeyOf(queue, caller.Number) : null;

    static CallCenter MoveAtWork(this CallCenter state, Agent? from, Agent? to)
    {
        ImmutableArray<string> was = from is { IsAtWork: true } ? from.Settings.Queues : [];
        ImmutableArray<string> becomes = to is { IsAtWork: true } ? to.Settings.Queues : [];
        if (was == becomes)
        {
            return state;
        }

        var queues = state.Queues;
        foreach (var name in was.Except(becomes).Where(queues.ContainsKey))
        {
            queues = queues.SetItem(name, queues[name] with { AtWork = queues[name].AtWork.Remove(from!.Id) });
        }

        foreach (var name in becomes.Where(queues.ContainsKey))
        {
            queues = queues.SetItem(name, queues[name] with { AtWork = queues[name].AtWork.Add(to!.Id) });
        }

        return state with { Queues = queues };
    }

    static CallCenter InQueuesOf(this CallCenter state, Agent agent, Func<Queue, Queue> change)
    {
        var queues = state.Queues;
        foreach (var name in agent.Settings.Queues)
        {
            if (queues.TryGetValue(name, out var queue))
            {
                queues = queues.SetItem(name, change(queue));
            }
        }

        return state with { Queues = queues };
    }
}
