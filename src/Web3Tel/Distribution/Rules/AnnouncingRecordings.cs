using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Prompts;
using Web3Tel.Recordings;
using Web3Tel.Speech;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Callers who are told that the conversation is recorded before they are joined with anybody. Most have heard it by then: before they joined the
/// queue, or first of all in it. Who has not hears it now, and whoever has answered for them hears it ring meanwhile.
/// </summary>
static class AnnouncingRecordings
{
    /// <summary>One that goes on for longer is broken off.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The agent has answered, and the caller is for nobody else: both are joined as soon as the caller has heard it.</summary>
    public static void ConnectTold(this Decision now, Offer offer, Caller caller)
    {
        if (RecordingNotice.Due(now.State, caller, offer.Queue) is not { } notice)
        {
            now.ConnectNow(offer, caller);
            return;
        }

        now.Set(offer with { Announcing = true, Interrupts = true, Until = now.At + Longest });
        now.Announce(caller, notice, offer.Number, offer.Leg);
    }

    /// <summary>The same with somebody called in. Who is in a conversation is not told in the middle of it.</summary>
    public static void ConnectTold(this Decision now, Guest guest, Caller caller)
    {
        if (caller.State is not CallerState.Transferring || RecordingNotice.Due(now.State, caller, caller.Queue) is not { } notice)
        {
            now.ConnectNow(guest, caller);
            return;
        }

        now.Set(guest with { Announcing = true, Until = now.At + Longest });
        now.Announce(caller, notice, guest.Number, guest.Leg);
    }

    /// <summary>The caller has heard it, or it cannot be said. What a conversation has broken off, to which it was not due any more, was not heard.</summary>
    public static void Told(this Decision now, Event.RecordingAnnounced announced)
    {
        if (now.Caller(announced.Call) is not { State: not (CallerState.Leaving or CallerState.Talking or CallerState.Outside), ToldOfRecording: false } caller)
        {
            now.Ignore();
            return;
        }

        caller = caller.With(now.At, JourneyEvent.RecordingAnnounced, detail: announced.Trouble) with { ToldOfRecording = true };
        now.Set(caller);
        if (caller.State is CallerState.Connecting connecting && now.Offer(connecting.Offer) is { State: OfferState.Connecting, Announcing: true } offer)
        {
            now.ConnectNow(offer, caller);
        }
        else if (now.GuestOf(caller) is { State: GuestState.Connecting, Announcing: true } guest)
        {
            now.ConnectNow(guest, caller);
        }
    }

    /// <summary>Nobody says that the caller has heard it. One whom we have lost sight of has not.</summary>
    /// <returns>Whether the two are being joined all the same.</returns>
    public static bool EndNotice(this Decision now, CallRef call)
    {
        if (now.Caller(call) is not { Away: null, ToldOfRecording: false } || !now.State.Nodes.Contains(call.Node))
        {
            return false;
        }

        now.Told(new Event.RecordingAnnounced(now.At, call, "It was not over in time."));
        return true;
    }

    /// <summary>Tells it to a number outside that has answered, on a leg of ours; <see cref="Event.Whispered"/> says that it was heard.</summary>
    /// <param name="number">The ringing or the guest that waits for it.</param>
    public static void TellOutside(this Decision now, long number, CallRef leg, string notice)
    {
        var language = now.Configuration.Outgoing.Language;
        now.Emit(new Effect.Whisper(number, leg, notice) { Otherwise = new Sound.Words(RecordingPhrases.Notice(language), language).ToString() });
    }

    static void Announce(this Decision now, Caller caller, RecordingNotice notice, long number, CallRef leg)
    {
        now.Emit(new Effect.Whisper(number, leg, CallingBack.Ringback, Longest + now.Configuration.ConnectTime));
        now.Emit(new Effect.Announce(number, caller.Call, notice));
    }
}
