using System.Diagnostics;
using Web3Tel.Callers;
using Web3Tel.Outgoing;

namespace Web3Tel.Distribution;

/// <summary>When a command to a conversation makes sense. The engine obeys by it, and who gives the command can be told why not.</summary>
public static class TalkCommand
{
    /// <summary>Why the command cannot be obeyed in this state, and what to do instead; null when it can.</summary>
    public static string? Refusal(CallCenter state, Event.ITalkCommand command)
    {
        if (!state.Callers.ContainsKey(command.Call) && state.OutgoingOf(command.Call) is { } outgoing)
        {
            return OutgoingCommand.OfTalk(state, outgoing, command);
        }

        if (state.Callers.GetValueOrDefault(command.Call) is not { State: not CallerState.Leaving } caller)
        {
            return $"There is no call '{command.Call.Id}'.";
        }

        if (command is Event.MoveAsked move)
        {
            return OfMove(state, caller, move);
        }

        if (!state.Nodes.Contains(command.Call.Node) && !caller.IsRequest)
        {
            return "The switch cannot be reached: give the command again when it can.";
        }

        if (command is Event.HangUpAsked)
        {
            return null;
        }

        if (caller.State is not CallerState.Talking talking || !state.Offers.TryGetValue(talking.Offer, out var offer))
        {
            return "The caller is in no conversation with an operator.";
        }

        var guest = caller.Guest is { } number ? state.Guests.GetValueOrDefault(number) : null;
        if (offer.State == OfferState.Resuming || guest is { State: GuestState.Connecting })
        {
            // A leg on its way into one bridge must not be commanded into another.
            return "The caller is just being joined with somebody: give the command again in a moment.";
        }

        if (offer.RingsBack)
        {
            return "The caller was forgotten on hold, and the operator's phone is about to ring again: give the command when the two talk.";
        }

        if (offer.State == OfferState.Held && caller.Away is not null && command is Event.TransferAsked)
        {
            // A transfer ends the agent's leg, and while the two are not parted that would end the caller's as well.
            return "The caller is just leaving the conversation: give the command again in a moment.";
        }

        return command switch
        {
            Event.HoldAsked => offer.State == OfferState.Talking ? null : "The caller is on hold already.",
            Event.ResumeAsked => OfResume(offer, guest),
            Event.TransferAsked asked => guest is not null ? OneGuest(guest) : OfTarget(state, offer.Agent, asked.Kind, asked.To),
            Event.ConsultAsked asked => guest is not null ? OneGuest(guest)
                : OfTarget(state, offer.Agent, asked.Kind, asked.To) ?? (asked.Kind == TransferKind.Queue ? OfWhoIsFree(state, asked.To) : null),
            Event.ConsultCompleted => guest is { State: GuestState.Consulting } ? null : "The operator is not in conversation with somebody asked.",
            Event.ConsultCancelled => guest is { Purpose: GuestPurpose.Consult } ? null : "Nobody is being asked.",
            Event.ListenAsked asked => offer.State != OfferState.Talking ? "The caller is on hold: listen when the two talk again."
                : OfPhone(state, asked.To),
            Event.TakeOverAsked asked => guest is not null ? OneGuest(guest)
                : offer.State != OfferState.Talking ? "The caller is on hold: take over when the two talk again."
                : OfPhone(state, asked.To) ?? OfAgent(state, offer.Agent, asked.To),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    static string? OfResume(Offer offer, Guest? guest) =>
        guest is not null ? "Somebody is being asked: cancel that, and the caller is given back."
        : offer.State == OfferState.Talking ? "The caller is not on hold."
        : null;

    static string OneGuest(Guest guest) => $"{guest.To} is being called already: cancel that first.";

    /// <param name="agent">Who has the caller now.</param>
    internal static string? OfTarget(CallCenter state, string agent, TransferKind kind, string to) => kind switch
    {
        TransferKind.Queue => state.Queues.GetValueOrDefault(to) is { Open: true } ? null : $"There is no queue '{to}'.",
        TransferKind.Agent => state.Agents.ContainsKey(to) ? OfAgent(state, agent, to) : $"There is no operator '{to}'.",
        TransferKind.Number => OfNumber(state, to),
    };

    /// <summary>Nobody waits in a queue for an answer to a question: the caller would wait twice.</summary>
    static string? OfWhoIsFree(CallCenter state, string queue) => state.Queues[queue].Ready.IsEmpty
        ? $"Nobody in {queue} is free to be asked: transfer the caller there unasked, with the time waited, or ask again later."
        : null;

    static string? OfMove(CallCenter state, Caller caller, Event.MoveAsked asked) =>
        caller is not { State: CallerState.Waiting, Queue: { } now } ? "The caller waits in no queue."
        : state.Queues.GetValueOrDefault(asked.Queue ?? now) is not { Open: true } queue ? $"There is no queue '{asked.Queue ?? now}'."
        : caller.IsRequest && queue.Settings.Name != now ? "Who is to be called back cannot change the queue: cancel the callback, and ask for another."
        : asked.Position is null && queue.Settings.Name == now ? $"The caller waits in {now} already: give a place, or another queue."
        : asked.Position is < 1 ? $"{asked.Position} is no place: the first is 1."
        : asked.Position is { } position && queue.TimeAt(caller, position, asked.At) is null
            ? "The two callers at that place joined at the same moment, and nobody fits between: give the place before or behind."
        : null;

    internal static string? OfPhone(CallCenter state, string to) => state.Agents.ContainsKey(to) ? null : OfNumber(state, to);

    static string? OfAgent(CallCenter state, string agent, string id) =>
        id == agent ? $"{id} has the caller already."
        : state.Agents.GetValueOrDefault(id) is { IsAvailable: false } ? $"{id} is not ready, or the phone is away or in another call: choose another operator, or a queue."
        : null;

    internal static bool IsNumber(string number) =>
        number.Length is > 0 and <= 32 && !number.Where((c, i) => !char.IsAsciiDigit(c) && c is not ('*' or '#') && !(c == '+' && i == 0)).Any();

    static string? OfNumber(CallCenter state, string number) =>
        !IsNumber(number) ? $"'{number}' is no number: give digits, *, # and a leading + only, at most 32."
        : state.Configuration.LineOut is null ? "There is no line out: set LineOut, such as sofia/gateway/provider/{number}."
        : null;
}
