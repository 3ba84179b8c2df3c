using System.Diagnostics;
using Web3Tel.Distribution;

namespace Web3Tel.WhatIf;

/// <summary>Says of each event where it came from.</summary>
static class Origins
{
    public static Origin Of(Event happened) => happened switch
    {
        // Agents who called outside, and what was said of conversations, are not in the day that is run again.
        Event.CallAsked or Event.OutgoingArrived or Event.NoteTaken or Event.NoteRevised => Origin.Consequence,
        Event.Configured or Event.IAgentCommand or Event.DeviceChanged or Event.OutsideCallBegan or Event.OutsideCallEnded => Origin.Staff,
        Event.CallArrived or Event.Joined => Origin.Caller,
        Event.OfferAnswered or Event.OfferFailed or Event.Whispered or Event.Connected or Event.ConnectFailed or Event.Unbridged
            or Event.CallEnded or Event.FlowEnded or Event.KeyPressed or Event.MessageBegun or Event.MessageSettled or Event.RecordingAnnounced or Event.RecordingMasked or Event.MaskFailed
            or Event.Rated or Event.StepReached or Event.WentOn or Event.MessageMarked or Event.ITalkCommand
            or Event.PartFailed or Event.CallbackAsked or Event.CallbackCancelled or Event.Woke => Origin.Consequence,
        Event.ServiceStarted or Event.NodeSurveyed or Event.NodeLost or Event.CallLost or Event.EndUnheard or Event.FoundParted or Event.RecordingsDeleted or Event.Administered or Event.EffectFailed => Origin.Machine,
        _ => throw new UnreachableException($"Nothing is known of the origin of {happened.GetType().Name}."),
    };
}
