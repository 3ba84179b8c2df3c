using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>Gives a conversation a command and answers when it has been obeyed or refused.</summary>
static class TalkCommanding
{
    /// <remarks>Judged in the command's own turn, by the state it meets there; answered after the step, so that whoever asks next sees what it did.</remarks>
    public static async Task<IResult> Command(this CallCenterService center, string id, Func<DateTimeOffset, CallRef, Event.ITalkCommand> command)
    {
        var before = long.MaxValue;
        var answer = TypedResults.Problem("The service is stopping: give the command again when it is back.", statusCode: StatusCodes.Status503ServiceUnavailable) as IResult;
        // The continuation must not run on the thread that decides: it would hold up the call center.
        var decided = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = center.States.Where(state => state.Number > before).Take(1).Subscribe(_ => decided.TrySetResult(), () => decided.TrySetResult());
        center.Post(at =>
        {
            var state = center.Current;
            var call = state.Callers.Keys.FirstOrDefault(call => call.Id == id, new CallRef("", id));
            var happening = command(at, call);
            answer = Answer(TalkCommand.Refusal(state, happening), state.Callers.ContainsKey(call));
            before = state.Number;
            return (Event)happening;
        });
        await decided.Task.ConfigureAwait(false);
        return answer;
    }

    static IResult Answer(string? refusal, bool isKnown) =>
        refusal is null ? TypedResults.NoContent()
        : TypedResults.Problem(refusal, statusCode: isKnown ? StatusCodes.Status409Conflict : StatusCodes.Status404NotFound);
}
