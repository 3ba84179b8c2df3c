using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Recordings;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold for recordings that are paused, by what the exchange writes into them.</summary>
static class RecordingLaws
{
    /// <summary>How long the exchange may be out of reach, and the service away.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromSeconds(40);

    /// <summary>What is said to be silent is, and what is not known to be silent is not.</summary>
    public static void PausesAreTrue(this Laws laws, CallCenter state)
    {
        foreach (var (call, path, pause) in laws.Recorded(state))
        {
            if (laws.Exchange.Channels.Find(call)?.Recordings.TryGetValue(path, out var isSilent) == true && isSilent != pause is { State: PauseState.Paused }
                && pause is null or { State: PauseState.Paused })
            {
                laws.Broken($"the recording of {call.Id} is {(isSilent ? "silent" : "not silent")}, and its pause is {pause}");
            }
        }
    }

    /// <summary>No pause is forgotten.</summary>
    public static void PausesEnd(this Laws laws, CallCenter state)
    {
        foreach (var (call, _, pause) in laws.Recorded(state))
        {
            if (pause is { State: not PauseState.Ending } && laws.Exchange.Now - pause.Until > Slack)
            {
                laws.Broken($"the recording of {call.Id} is still paused: {pause}");
            }
        }
    }

    /// <summary>No conversation of a caller without a recording: all queues of a world record. One that goes on is found on the caller's call.</summary>
    public static void IsRecorded(this Laws laws, Channel caller, Channel leg)
    {
        if (caller.Recordings.Count == 0)
        {
            laws.Broken($"{caller.Ref.Id} talks to {leg.Phone} and is not recorded");
        }
    }

    /// <summary>No consultation without a recording, and no number outside is recorded in one without having been told so where that is demanded.</summary>
    public static void ConsultationIsRecorded(this Laws laws, CallCenter state, Channel asked)
    {
        if (asked.Recordings.Count == 0)
        {
            laws.Broken($"{asked.Phone} is asked and not recorded");
        }

        if (!asked.IsOfAgent && state.Configuration.Outgoing.RecordingNotice is not null && asked.NoticesHeard == 0)
        {
            laws.Broken($"{asked.Phone} is asked and recorded without having been told so");
        }
    }

    /// <summary>What a caller and who was asked say to each other is in the caller's recording alone.</summary>
    public static void ConsultationIsOver(this Laws laws, Channel leg)
    {
        if (leg.Recordings.Count > 0)
        {
            laws.Broken($"the consultation with {leg.Phone} is recorded on, and the caller is there");
        }
    }

    /// <summary>Each consultation is in the history.</summary>
    public static void ConsultationsAreKept(this Laws laws, IEnumerable<string> talked, IEnumerable<HistoryEntry> history)
    {
        var kept = history.Where(entry => entry is { Direction: CallDirection.Consultation, Recording: not null, ConsultationOf: not null, Agent: not null }).ToLookup(entry => entry.Id);
        foreach (var id in talked.Where(id => kept[id].Count() != 1))
        {
            laws.Broken($"the consultation {id} is {kept[id].Count()} times in the history");
        }
    }

    /// <summary>Whoever talked, with an agent or with a number outside, has a recording in the history, and nobody else.</summary>
    public static void TalksAreRecorded(this Laws laws, IEnumerable<HistoryEntry> history)
    {
        foreach (var entry in history.Where(entry => (entry.Answered ?? entry.Outside?.Began) is null != entry.Recording is null))
        {
            laws.Broken($"{entry.Id} talked at {entry.Answered ?? entry.Outside?.Began} and has the recording {entry.Recording}");
        }
    }

    /// <summary>
    /// Nobody is recorded who has not heard so where that is demanded: by the queue, by the line, by the settings of outgoing calls. Who goes on in
    /// a conversation, as from hold, goes on by what was set when it began.
    /// </summary>
    public static void IsTold(this Laws laws, CallCenter state, Channel caller)
    {
        if (state.Callers.GetValueOrDefault(caller.Ref) is not { State: CallerState.Connecting or CallerState.Transferring } known || caller.NoticesHeard > 0)
        {
            return;
        }

        var line = known.Direction == CallDirection.Outgoing ? null : state.Configuration.Lines.FirstOrDefault(line => line.Number == known.Dialled)?.RecordingNotice;
        var demanded = known.Direction == CallDirection.Outgoing && !known.Journey.Exists(step => step.What == JourneyEvent.Joined) ? state.Configuration.Outgoing.RecordingNotice
            : known.Queue is { } queue ? state.Queues.GetValueOrDefault(queue)?.Settings.RecordingNotice ?? line
            : line;
        if (demanded is not null)
        {
            laws.Broken($"{caller.Ref.Id} is recorded without having been told so, in {known.State}");
        }
    }

    public static void WhoWasCalledIsTold(this Laws laws, CallCenter state, Channel called)
    {
        if (state.Configuration.Outgoing.RecordingNotice is not null && called.NoticesHeard == 0)
        {
            laws.Broken($"{called.Ref.Id} was called and is recorded without having been told so");
        }
    }

    /// <summary>Whoever is told of the recording is told in no conversation, and once a call: a customer who is called again is in another one.</summary>
    public static void NoticesComeFirst(this Laws laws, IEnumerable<HistoryEntry> history)
    {
        foreach (var entry in history)
        {
            var times = 0;
            var talks = false;
            foreach (var step in entry.Journey)
            {
                times = step.What switch
                {
                    JourneyEvent.RecordingAnnounced => times + 1,
                    // Of the call that follows its beginning may be lost with the journal.
                    JourneyEvent.CalledBack or JourneyEvent.NotReached => 0,
                    _ => times,
                };
                talks = step.What is JourneyEvent.Connected or JourneyEvent.Resumed
                    || (talks && step.What is not (JourneyEvent.Transferred or JourneyEvent.BackInQueue or JourneyEvent.SentOn or JourneyEvent.Held or JourneyEvent.RungBack));
                if (step.What == JourneyEvent.RecordingAnnounced && (talks || times > 1))
                {
                    laws.Broken($"{entry.Id} was told of the recording {(talks ? "in the conversation" : "once more")}");
                }
            }
        }
    }

    static IEnumerable<(CallRef Call, string Path, RecordingPause? Pause)> Recorded(this Laws laws, CallCenter state) =>
    [
        .. from caller in laws.Roll.Of(state)
           where caller.Recording is not null
           select (caller.Call, caller.Recording!, caller.Pause),
        .. from guest in state.Guests.Values
           where guest is { State: GuestState.Consulting, Consultation.Recording: not null }
           select (guest.Leg, guest.Consultation!.Recording!, guest.Consultation.Pause),
        .. from call in state.OutgoingCalls.Values
           where call.Talk?.Recording is not null
           select (call.Call, call.Talk!.Recording!, call.Pause),
    ];
}
