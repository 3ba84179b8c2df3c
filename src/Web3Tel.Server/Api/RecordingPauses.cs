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
        using var watching = center.States.Where(state => RunningRecording.Of(state, asked)?.Any(recording => recording.Pause?.State == PauseState.Beginning) != true)
            .Take(1).Subscribe(state => settled.TrySetResult(state), () => settled.TrySetResult(null));
        try
        {
            return await settled.Task.WaitAsync(Patience, time).ConfigureAwait(false) is { } state ? Answer(RunningRecording.Of(state, asked)) : Commanding.Stopping();
        }
        catch (TimeoutException)
        {
            return TypedResults.Problem(
                "The switch has not said that the recording is paused: take it as going on, and let the caller say nothing secret. It is told again; look whether it is paused.",
                statusCode: StatusCodes.Status504GatewayTimeout);
        }
    }

    static IResult Answer(ImmutableArray<RunningRecording>? recordings)
    {
        if (recordings is not { } running)
        {
            return Commanding.Answer("The call has ended.", isKnown: true);
        }

        if (running.All(recording => recording.Pause?.State == PauseState.Paused))
        {
            return TypedResults.NoContent();
        }

        return running.Select(recording => recording.Journey.FindLast(step => step.What is JourneyEvent.RecordingPaused or JourneyEvent.RecordingPauseFailed))
            .FirstOrDefault(step => step?.What == JourneyEvent.RecordingPauseFailed) is { Detail: var why }
            ? TypedResults.Problem($"The recording goes on: the switch could not pause it ({why}). Let the caller say nothing secret.", statusCode: StatusCodes.Status502BadGateway)
            // Somebody else has let it go on meanwhile.
            : Commanding.Answer("The recording goes on: its pause has just been ended.", isKnown: true);
    }
}
