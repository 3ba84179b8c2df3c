using System.Collections.Immutable;
using Web3Tel.Calls;
using Web3Tel.Journal;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Builds the state from a snapshot.</summary>
static class Restoring
{
    public static CallCenter Restore(this CallCenter empty, Snapshot snapshot)
    {
        var topLevels = snapshot.Configuration.TopLevels();
        var state = empty with
        {
            Number = snapshot.Number,
            Instance = snapshot.Instance,
            Configuration = snapshot.Configuration,
            Queues = empty.Queues.AddRange(snapshot.Queues.Select(queue =>
                KeyValuePair.Create(queue.Settings.Name, new Queue(queue.Settings)
                {
                    Open = queue.Open,
                    LastRung = queue.LastRung,
                    Pace = queue.Pace ?? new Pace(),
                    TopLevel = topLevels.GetValueOrDefault(queue.Settings.Name, 1),
                }))),
            Agents = empty.Agents.AddRange(snapshot.Agents.Select(agent => KeyValuePair.Create(agent.Id, agent))),
            Callers = snapshot.Callers.ToImmutableDictionary(caller => caller.Call),
            Offers = snapshot.Offers.ToImmutableSortedDictionary(offer => offer.Number, offer => offer),
            Guests = snapshot.Guests.ToImmutableSortedDictionary(guest => guest.Number, guest => guest),
            OutgoingCalls = snapshot.OutgoingCalls.ToImmutableSortedDictionary(call => call.Number, call => call),
            Legs = snapshot.Offers.Select(offer => KeyValuePair.Create(offer.Leg, offer.Number))
                .Concat(snapshot.Guests.Select(guest => KeyValuePair.Create(guest.Leg, guest.Number)))
                .Concat(snapshot.OutgoingCalls.SelectMany(call => new[] { KeyValuePair.Create(call.Call, call.Number), KeyValuePair.Create(call.Leg, call.Number) }))
                .ToImmutableDictionary(),
            ToEnd = [.. snapshot.ToEnd],
            InWrapUp = snapshot.InWrapUp.ToImmutableDictionary(entry => new CallRef(entry.Node, entry.Id)),
            KeptPlaces = empty.KeptPlaces.WithAll(snapshot.KeptPlaces),
            LastAgents = empty.LastAgents.WithAll(snapshot.LastAgents),
            Messages = empty.Messages.AddRange(snapshot.Messages.Select(message => KeyValuePair.Create(message.Id, message))),
            Nodes = empty.Nodes.Union(snapshot.Nodes),
            Audit = empty.Audit.AddRange(snapshot.Audit.Select(record => KeyValuePair.Create(record.Number, record))),
            WakeAt = snapshot.WakeAt,
            LastJoined = snapshot.LastJoined,
            OffersMade = snapshot.OffersMade,
            CallersSeen = snapshot.CallersSeen,
            Ignored = snapshot.Ignored,
            EffectsFailed = snapshot.EffectsFailed,
            Repairs = snapshot.Repairs,
        };
        state = snapshot.Callers.Aggregate(state, (built, caller) => built.Move(null, caller));
        state = snapshot.Agents.Aggregate(state, (built, agent) => built.Move(null, agent));
        state = snapshot.Guests.Aggregate(state, (built, guest) => built.Move(null, guest));
        state = snapshot.OutgoingCalls.Aggregate(state, (built, call) => built.Move(null, call));
        return snapshot.Offers.Aggregate(state, (built, offer) => built.Move(null, offer));
    }
}
