using System.Collections.Immutable;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Recordings;

/// <summary>What is recorded of a call at the moment: the call, and while its operator asks somebody, what the two say.</summary>
/// <param name="Pause">Its pause; null where it is not paused.</param>
/// <param name="Journey">What happened to it so far.</param>
public sealed record RunningRecording(RecordingPause? Pause, ImmutableList<JourneyStep> Journey)
{
    /// <summary>Null for a call that is not there; empty for one that is not recorded.</summary>
    public static ImmutableArray<RunningRecording>? Of(CallCenter state, CallRef call)
    {
        if (state.Callers.GetValueOrDefault(call) is not { } caller)
        {
            return state.OutgoingOf(call) is not { } outgoing ? null
                : Tape.Of(outgoing).Path is null ? []
                : [new RunningRecording(outgoing.Pause, outgoing.Journey)];
        }

        return
        [
            .. from tape in Tape.All(state, caller)
               where tape.Path is not null
               select new RunningRecording(tape.Pause, tape.Call == call ? caller.Journey : state.Guests[caller.Guest!.Value].Consultation!.Journey),
        ];
    }
}
