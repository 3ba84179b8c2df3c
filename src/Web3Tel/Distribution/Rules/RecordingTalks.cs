using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>Which conversations of callers are recorded. A recording goes on to the end of the call, whoever has the caller next.</summary>
static class RecordingTalks
{
    /// <summary>Where the conversation with an agent of the queue is recorded; null where it is not, or a recording goes on.</summary>
    public static string? RecordingWith(this Decision now, Caller caller, Offer offer) =>
        now.Settings(offer.Queue).Record && caller.Recording is null ? RecordingName.For(caller, offer.Agent, now.At) : null;

    /// <summary>Of two who were not joined: it would go on beside the next one, and know of no pause.</summary>
    public static void EndRecording(this Decision now, Offer offer) => now.EndRecording(offer.Call, offer.Recording);

    /// <inheritdoc cref="EndRecording(Decision, Offer)"/>
    public static void EndRecording(this Decision now, Guest guest)
    {
        if (guest.State is GuestState.Connecting or GuestState.Orphaned)
        {
            now.EndRecording(guest.Call, guest.Recording);
        }
    }

    /// <summary>
    /// The same for somebody called in. Who has talked with an agent of ours and was not recorded is not recorded further either: so the queue says.
    /// </summary>
    public static string? RecordingWithGuest(this Decision now, Caller caller, string to) =>
        caller is { Talk: null, Outside: null } && Records(now.State, caller, caller.Queue) ? RecordingName.For(caller, to.TrimStart('+'), now.At) : null;

    /// <summary>What an agent and somebody who is asked say to each other, by the rule for the conversation that the caller is taken out of.</summary>
    public static string? RecordingOfConsultation(this Decision now, Caller caller, Offer offer, Guest guest) =>
        Records(now.State, caller, offer.Queue) ? RecordingName.For(caller, $"{offer.Agent}-{guest.To.TrimStart('+')}-{guest.Number}", now.At) : null;

    public static RecordingSides SidesOf(this Decision now, Caller caller)
    {
        var own = caller.IsRestOfOutgoing ? now.Configuration.Outgoing.RecordInStereo : now.SettingsOf(caller.Queue).RecordInStereo;
        return own ?? now.Configuration.RecordInStereo ? RecordingSides.OwnLeft : RecordingSides.Together;
    }

    /// <summary>By the rules of the outgoing call whose rest it is, of the queue, or where there is none, of the line.</summary>
    /// <param name="queue">Null for none.</param>
    public static bool Records(CallCenter state, Caller caller, string? queue) =>
        caller.IsRestOfOutgoing ? state.Configuration.Outgoing.Record
        : (queue is null ? null : state.Queues.GetValueOrDefault(queue)) is { } known ? known.Settings.Record
        : state.Configuration.LineOf(caller)?.Record ?? true;

    static void EndRecording(this Decision now, CallRef call, string? recording)
    {
        if (recording is { } path && now.Caller(call) is { } caller && caller.Recording != path)
        {
            now.Emit(new Effect.EndRecording(call, path));
        }
    }
}
