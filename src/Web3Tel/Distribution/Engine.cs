using System.Collections.Immutable;
using System.Diagnostics;
using Web3Tel.Distribution.Rules;

namespace Web3Tel.Distribution;

/// <summary>Automatic call distribution as one pure function: no clock, no randomness, no I/O, so that a journal replays to the same state.</summary>
public static class Engine
{
    /// <summary>
    /// What the call center becomes by an event, and what is to be done about it, in order.
    /// A pair of state and event that makes no sense changes nothing and is counted in <see cref="CallCenter.Ignored"/>.
    /// </summary>
    public static (CallCenter Next, ImmutableArray<Effect> Effects) Step(CallCenter state, Event happened) => Step(state, happened, null);

    /// <inheritdoc cref="Step(CallCenter, Event)"/>
    internal static (CallCenter Next, ImmutableArray<Effect> Effects) Step(CallCenter state, Event happened, Touched? touched)
    {
        var decision = new Decision(state, happened, touched);
        Decide(decision, happened);
        decision.ServeOpened();
        return decision.Complete();
    }

    static void Decide(Decision now, Event happened)
    {
        switch (happened)
        {
            case Event.ServiceStarted started:
                now.BeginAnew(started.Instance);
                break;
            case Event.Configured configured:
                now.Configure(configured.Configuration);
                break;
            case Event.NodeSurveyed surveyed:
                now.Reconcile(surveyed);
                break;
            case Event.NodeLost lost:
                now.LoseNode(lost.Node);
                break;
            case Event.CallArrived arrived:
                now.Receive(arrived);
                break;
            case Event.Joined joined:
                now.Join(joined);
                break;
            case Event.KeyPressed pressed:
                now.LeaveByKey(pressed);
                break;
            case Event.CallEnded ended:
                now.EndCall(ended);
                break;
            case Event.CallLost lost:
                now.LoseSight(lost);
                break;
            case Event.EndUnheard ended:
                now.EndUnheard(ended.Call);
                break;
            case Event.FoundParted found:
                now.FindParted(found.Call);
                break;
            case Event.FlowEnded ended:
                now.EndFlow(ended);
                break;
            case Event.Rated rated:
                now.Rate(rated);
                break;
            case Event.MessageBegun begun:
                now.Begin(begun);
                break;
            case Event.StepReached reached:
                now.ReachStep(reached);
                break;
            case Event.WentOn went:
                now.GoOnByFlow(went);
                break;
            case Event.MessageSettled settled:
                now.Settle(settled);
                break;
            case Event.MessageMarked marked:
                now.Record(marked);
                break;
            case Event.OfferAnswered answered:
                now.Answer(answered.Offer);
                break;
            case Event.OfferFailed failed:
                now.FailOffer(failed);
                break;
            case Event.Whispered whispered:
                now.EndWhisper(whispered);
                break;
            case Event.Connected connected:
                now.Connected(connected);
                break;
            case Event.ConnectFailed failed:
                now.FailConnect(failed);
                break;
            case Event.Unbridged unbridged:
                now.Unbridge(unbridged.Call);
                break;
            case Event.IAgentCommand command:
                now.Obey(command);
                break;
            case Event.DeviceChanged changed:
                now.ChangeDevice(changed);
                break;
            case Event.OutsideCallBegan began:
                now.BeginOutsideCall(began);
                break;
            case Event.OutsideCallEnded ended:
                now.EndOutsideCall(ended);
                break;
            case Event.OutgoingArrived arrived:
                now.DialOut(arrived);
                break;
            case Event.PartFailed failed:
                now.FailPart(failed);
                break;
            case Event.ITalkCommand command:
                now.Obey(command);
                break;
            case Event.RecordingAnnounced announced:
                now.Told(announced);
                break;
            case Event.RecordingMasked masked:
                now.Masked(masked);
                break;
            case Event.MaskFailed failed:
                now.FailMask(failed);
                break;
            case Event.CallbackAsked asked:
                now.Ask(asked);
                break;
            case Event.CallbackCancelled cancelled:
                now.Cancel(cancelled);
                break;
            case Event.RecordingsDeleted deleted:
                now.Record(deleted);
                break;
            case Event.Administered administered:
                now.Record(administered);
                break;
            case Event.EffectFailed:
                now.State = now.State with { EffectsFailed = now.State.EffectsFailed + 1 };
                break;
            case Event.Woke:
                now.Wake();
                break;
            default:
                throw new UnreachableException($"No rule for {happened.GetType().Name}.");
        }
    }
}
