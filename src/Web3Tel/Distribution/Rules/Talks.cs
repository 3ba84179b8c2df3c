using System.Diagnostics;
using Web3Tel.Callers;

namespace Web3Tel.Distribution.Rules;

/// <summary>What operators and supervisors want of a conversation.</summary>
static class Talks
{
    public static void Obey(this Decision now, Event.ITalkCommand command)
    {
        if (TalkCommand.Refusal(now.State, command) is not null)
        {
            now.Ignore();
            return;
        }

        if (now.Caller(command.Call) is not { } caller)
        {
            now.Obey(now.OutgoingOf(command.Call)!, command);
            return;
        }

        var talk = caller.State is CallerState.Talking talking ? now.Offer(talking.Offer) : null;
        now.Record(command, talk?.Agent ?? "");
        if (command is Event.HangUpAsked)
        {
            now.HangUp(caller);
            return;
        }

        if (command is Event.MoveAsked move)
        {
            now.Move(caller, move);
            return;
        }

        if (command is Event.RecordingPauseAsked or Event.RecordingResumeAsked)
        {
            foreach (var tape in Tape.All(now.State, caller).Where(tape => (command is Event.RecordingPauseAsked ? tape.Path : (object?)tape.Pause) is not null))
            {
                now.Obey(tape, command);
            }

            return;
        }

        var offer = talk!;
        switch (command)
        {
            case Event.HoldAsked:
                now.Hold(offer, caller);
                break;
            case Event.ResumeAsked:
                now.Rejoin(offer, caller);
                break;
            case Event.TransferAsked asked:
                now.Transfer(offer, caller, asked);
                break;
            case Event.ConsultAsked asked:
                now.Consult(offer, caller, asked);
                break;
            case Event.ConsultCompleted:
                now.CompleteConsult(caller);
                break;
            case Event.ConsultCancelled:
                now.CancelConsult(caller);
                break;
            case Event.ListenAsked asked:
                now.Listen(offer, caller, asked);
                break;
            case Event.TakeOverAsked asked:
                now.TakeOver(offer, caller, asked);
                break;
            default:
                throw new UnreachableException($"No rule for {command.GetType().Name}.");
        }
    }
}
