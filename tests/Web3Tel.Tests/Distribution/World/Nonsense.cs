using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Outgoing;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Events that must change nothing when they are said again.</summary>
static class Nonsense
{
    public static bool Is(Event said, CallCenter now) => said switch
    {
        Event.OfferAnswered answered => now.Offers.GetValueOrDefault(answered.Offer) is null or { State: OfferState.Talking or OfferState.Connecting },
        Event.OfferFailed failed => now.Offers.GetValueOrDefault(failed.Offer) is null or { State: OfferState.Talking or OfferState.Connecting },
        Event.Whispered whispered => now.Offers.GetValueOrDefault(whispered.Offer) is null or { State: not OfferState.Whispering },
        Event.Connected connected => !AreBeingJoined(connected.Offer, now),
        Event.ConnectFailed failed => !AreBeingJoined(failed.Offer, now),
        Event.CallEnded ended => IsUnknown(ended.Call, now),
        Event.EndUnheard ended => IsUnknown(ended.Call, now),
        Event.FoundParted found => IsUnknown(found.Call, now),
        Event.CallLost lost => IsUnknown(lost.Call, now),
        Event.FlowEnded ended => IsUnknown(ended.Call, now),
        Event.RecordingAnnounced told => now.Callers.GetValueOrDefault(told.Call) is null or { ToldOfRecording: true },
        Event.Rated rated => !now.Callers.ContainsKey(rated.Call),
        Event.CallbackAsked asked => CallbackVerdict.Of(now, asked.Wish) != CallbackReply.Accepted,
        Event.CallbackCancelled cancelled => CallbackVerdict.Refusal(now, cancelled) is not null,
        Event.MessageBegun begun => !now.Callers.ContainsKey(begun.Call) || now.Messages.ContainsKey(begun.Message),
        Event.MessageSettled settled => now.Messages.GetValueOrDefault(settled.Message)?.CanBecome(settled.Fate) != true,
        Event.StepReached reached => !now.Callers.ContainsKey(reached.Call),
        Event.WentOn went => !now.Callers.ContainsKey(went.Call),
        Event.Unbridged unbridged => IsUnknown(unbridged.Call, now),
        Event.Joined joined => now.Callers.GetValueOrDefault(joined.Call)?.State is null or CallerState.Talking or CallerState.Connecting,
        Event.DeviceChanged changed => now.Agents.GetValueOrDefault(changed.Agent) is { } agent && agent.Device == changed.Device && !agent.IsFoundBy(changed.Device),
        Event.ITalkCommand command => TalkCommand.Refusal(now, command) is not null,
        Event.OutsideCallBegan began => now.Agents.GetValueOrDefault(began.Agent) is not { Outside: null },
        Event.OutsideCallEnded ended => now.Agents.GetValueOrDefault(ended.Agent) is not { Outside: not null },
        Event.IAgentCommand command => AgentCommand.Refusal(now, command) is not null,
        _ => false,
    };

    static bool AreBeingJoined(long number, CallCenter now) =>
        now.Offers.GetValueOrDefault(number) is { State: OfferState.Connecting or OfferState.Resuming }
        || now.Guests.GetValueOrDefault(number) is { State: GuestState.Connecting or GuestState.Joining }
        || now.OutgoingCalls.GetValueOrDefault(number) is { State: OutgoingState.Connecting };

    static bool IsUnknown(CallRef call, CallCenter now) => !now.Callers.ContainsKey(call) && !now.Legs.ContainsKey(call);
}
