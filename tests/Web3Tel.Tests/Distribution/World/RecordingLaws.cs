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
        foreach (var (call, path, pause) in Recorded(state))
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
        foreach (var (call, _, pause) in Recorded(state))
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

    /// <summary>Whoever talked, with an agent or with a number outside, has a recording in the history, and nobody else.</summary>
    public static void TalksAreRecorded(this Laws laws, IEnumerable<HistoryEntry> history)
    {
        foreach (var entry in history.Where(entry => (entry.Answered ?? entry.Outside?.Began) is null != entry.Recording is null))
        {
            laws.Broken($"{entry.Id} talked at {entry.Answered ?? entry.Outside?.Began} and has the recording {entry.Recording}");
        }
    }

    /// <summary>Whoever is told of the recording is told before the conversation.</summary>
    public static void NoticesComeFirst(this Laws laws, IEnumerable<HistoryEntry> history)
    {
        foreach (var entry in history)
        {
            var (told, connected) = (entry.Journey.FindIndex(step => step.What == JourneyEvent.RecordingAnnounced), entry.Journey.FindIndex(step => step.What == JourneyEvent.Connected));
            if (connected >= 0 && told > connected)
            {
                laws.Broken($"{entry.Id} was told of the recording in the conversation");
            }
        }
    }

    static IEnumerable<(CallRef Call, string Path, RecordingPause? Pause)> Recorded(CallCenter state) =>
    [
        .. from caller in state.Callers.Values
           where caller.Recording is not null
           select (caller.Call, caller.Recording!, caller.Pause),
        .. from call in state.OutgoingCalls.Values
           where call.Talk?.Recording is not null
           select (call.Call, call.Talk!.Recording!, call.Pause),
    ];
}
