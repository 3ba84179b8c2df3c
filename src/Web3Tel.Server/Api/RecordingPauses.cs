using System.Collections.Immutable;
using System.Reactive.Linq;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Recordings;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>Pauses recordings, and does not say that one is paused before the switch does: a card number would be in it.</summary>
static class RecordingPauses
{
    /// <summary>How long whoever asked is let wait; in it the switch is told twice.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<IResult> Pause(string id, string by, CallCenterService center, TimeProvider time)
    {
        var asked = new CallRef("", id);
        var answer = await center.Command(id, (at, call) => new Event.RecordingPauseAsked(at, asked = call, by)).ConfigureAwait(false);
        if (answer is not NoContent)
        {
            return answer;
        }

        // The continuation must not run on the thread that decides: it would hold up the call center.
        var settled = new TaskCompletionSource<CallCenter?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = center.States.Where(state => Of(state, asked)?.Pause?.State != PauseState.Beginning)
            .Take(1).Subscribe(state => settled.TrySetResult(state), () => settled.TrySetResult(null));
        try
        {
            return await settled.Task.WaitAsync(Patience, time).ConfigureAwait(false) is { } state ? Answer(Of(state, asked)) : Commanding.Stopping();
        }
        catch (TimeoutException)
        {
            return TypedResults.Problem(
                "The switch has not said that the recording is paused: take it as going on, and let the caller say nothing secret. It is told again; look whether it is paused.",
                statusCode: StatusCodes.Status504GatewayTimeout);
        }
    }

    static IResult Answer((RecordingPause? Pause, ImmutableList<JourneyStep> Journey)? call) => call switch
    {
        null => Commanding.Answer("The call has ended.", isKnown: true),
        { Pause.State: PauseState.Paused } => TypedResults.NoContent(),
        var (_, journey) when journey.FindLast(step => step.What is JourneyEvent.RecordingPaused or JourneyEvent.RecordingPauseFailed) is { What: JourneyEvent.RecordingPauseFailed, Detail: var why } =>
            TypedResults.Problem($"The recording goes on: the switch could not pause it ({why}). Let the caller say nothing secret.", statusCode: StatusCodes.Status502BadGateway),
        // Somebody else has let it go on meanwhile.
        _ => Commanding.Answer("The recording goes on: its pause has just been ended.", isKnown: true),
    };

    static (RecordingPause? Pause, ImmutableList<JourneyStep> Journey)? Of(CallCenter state, CallRef call) =>
        state.Callers.GetValueOrDefault(call) is { } caller ? (caller.Pause, caller.Journey)
        : state.OutgoingOf(call) is { } outgoing ? (outgoing.Pause, outgoing.Journey)
        : null;
}
