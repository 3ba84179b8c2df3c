using Web3Tel.Distribution;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>The laws that follow from some parts of the state alone: neither from the time, nor from the exchange, nor from another part.</summary>
sealed class LawsOfParts(Laws laws, MatchingLaws matching, CallbackWishes wishes)
{
    readonly (Parts Of, Action<CallCenter, CallCenter> Law)[] _laws =
    [
        (Parts.Queues | Parts.Agents | Parts.Callers | Parts.Nodes, (_, state) => matching.ViewsAgree(state)),
        (Parts.Callers | Parts.Callbacks, (_, state) => wishes.Observe(state)),
        (Parts.Callers | Parts.Callbacks, (_, state) => laws.CallbacksAreKnown(state)),
        (Parts.Offers | Parts.Guests, (_, state) => laws.NoMoreAreCalledThanAgentsWait(state)),
        (Parts.Queues | Parts.Agents | Parts.Callers | Parts.Nodes | Parts.Offers, laws.SeveralPhonesRing),
        (Parts.Queues | Parts.Agents | Parts.Callers | Parts.Nodes, (_, state) => laws.NobodyWaitsInVain(state)),
        (Parts.Offers | Parts.Guests | Parts.Callers | Parts.Agents | Parts.Queues, (_, state) => laws.PartiesAgree(state)),
        (Parts.Agents | Parts.OutgoingCalls | Parts.Legs, (_, state) => laws.OutgoingCallsAgree(state)),
        (Parts.Queues | Parts.Agents, (_, state) => laws.WhoIsAtWorkIsKnown(state)),
    ];

    [Flags]
    enum Parts
    {
        None = 0,
        Queues = 1,
        Agents = 2,
        Callers = 4,
        Callbacks = 8,
        Offers = 16,
        Guests = 32,
        OutgoingCalls = 64,
        Legs = 128,
        Nodes = 256,
    }

    /// <summary>Asks each law again of whose parts the step has made one anew.</summary>
    /// <remarks>
    /// Of the others there is nothing new to be said: no part ever changes, so all that the law looks at was judged after the step before. The first
    /// step of a life comes after an empty state, so all that was restored is judged then; of nothing at all no law says anything. What is said of the
    /// step itself, of phones that begin to ring and agents who are given back, is of offers and agents, and is nothing where these are the same.
    /// </remarks>
    public void Judge(CallCenter before, CallCenter after)
    {
        var made = MadeAnew(before, after);
        foreach (var (parts, law) in _laws)
        {
            if ((parts & made) != Parts.None)
            {
                law(before, after);
            }
        }
    }

    static Parts MadeAnew(CallCenter before, CallCenter after)
    {
        return UnlessSame(Parts.Queues, before.Queues, after.Queues)
            | UnlessSame(Parts.Agents, before.Agents, after.Agents)
            | UnlessSame(Parts.Callers, before.Callers, after.Callers)
            | UnlessSame(Parts.Callbacks, before.Callbacks, after.Callbacks)
            | UnlessSame(Parts.Offers, before.Offers, after.Offers)
            | UnlessSame(Parts.Guests, before.Guests, after.Guests)
            | UnlessSame(Parts.OutgoingCalls, before.OutgoingCalls, after.OutgoingCalls)
            | UnlessSame(Parts.Legs, before.Legs, after.Legs)
            | UnlessSame(Parts.Nodes, before.Nodes, after.Nodes);

        static Parts UnlessSame(Parts part, object was, object becomes) => ReferenceEquals(was, becomes) ? Parts.None : part;
    }
}
