using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>What it means that something the engine decided could not be carried out.</summary>
static class FailedEffect
{
    public static Event Told(Effect effect, string why, DateTimeOffset now) => effect switch
    {
        Effect.Ring ring => new Event.OfferFailed(now, ring.Offer, OfferOutcome.Unreachable, why),
        Effect.Invite invite => new Event.OfferFailed(now, invite.Guest, OfferOutcome.Unreachable, why),
        Effect.Connect connect =>
            new Event.ConnectFailed(now, connect.Offer, connect.Call, ReplyOutcome.Refused, why),
        // A whisper is worth less than a conversation.
        Effect.Whisper whisper => new Event.Whispered(now, whisper.Offer, OutOfSight: true),
        Effect.Tell tell => new Event.Whispered(now, tell.Number),
        Effect.Announce announce =>
            new Event.ConnectFailed(now, announce.Number, announce.Call, ReplyOutcome.Refused, why),
        Effect.Part part => new Event.PartFailed(now, part.Call, part.Leg, why),
        Effect.Mask mask => new Event.MaskFailed(now, mask.Call, mask.On, ReplyOutcome.Refused, why),
        Effect.Consult consult => new Event.ConnectFailed(now, consult.Guest, consult.AgentLeg, ReplyOutcome.Refused, why),
        Effect.TakeStep take => new Event.FlowEnded(now, take.Call, why),
        Effect.Receive receive => new Event.FlowEnded(now, receive.Call, why),
        _ => new Event.EffectFailed(now, effect.GetType().Name, why),
    };
}
