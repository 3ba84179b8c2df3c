using System.Globalization;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;

namespace Web3Tel.Server.Logging;

/// <summary>Says in the log what happens to calls: one line at the end of each, and every step when debugging. Each line has the call's id.</summary>
sealed class CallLog(ILogger logger)
{
    const string None = "-";

    public void Happened(JournalEntry entry)
    {
        if (entry.Event is Event.StepReached { Trouble: { } trouble } reached)
        {
            Log.StepTrouble(logger, reached.Call.Id, reached.Place.ToString(), trouble);
        }

        if (logger.IsEnabled(LogLevel.Debug) && CallOf(entry.Event) is { } call)
        {
            Log.CallStep(logger, call.Id, entry.Event.GetType().Name, entry.Number);
        }
    }

    /// <summary>The entry comes once more when the operator's wrap-up is over: that is not the end of the call.</summary>
    public void Ended(HistoryEntry entry)
    {
        if (entry.Journey is [.., { What: JourneyEvent.Ended }])
        {
            Log.CallEnded(
                logger, entry.Id, entry.Number, entry.Name, entry.Dialled, entry.Queue ?? None, entry.Result.ToString(), entry.Agent ?? None,
                Seconds(entry.WaitedSeconds), Seconds(entry.TalkedSeconds), entry.HungUpBy.ToString(), entry.Cause.Name);
        }
    }

    static CallRef? CallOf(Event happened) => happened switch
    {
        Event.CallArrived arrived => arrived.Call,
        Event.Joined joined => joined.Call,
        Event.KeyPressed pressed => pressed.Call,
        Event.MessageBegun begun => begun.Call,
        Event.Rated rated => rated.Call,
        Event.StepReached reached => reached.Call,
        Event.WentOn went => went.Call,
        Event.CallEnded ended => ended.Call,
        Event.CallLost lost => lost.Call,
        Event.EndUnheard ended => ended.Call,
        Event.FoundParted found => found.Call,
        Event.FlowEnded ended => ended.Call,
        Event.Connected connected => connected.Call,
        Event.ConnectFailed failed => failed.Call,
        Event.OutgoingArrived arrived => arrived.Call,
        Event.Unbridged unbridged => unbridged.Call,
        Event.RecordingAnnounced announced => announced.Call,
        Event.RecordingMasked masked => masked.Call,
        Event.MaskFailed failed => failed.Call,
        _ => null,
    };

    static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture);
}
