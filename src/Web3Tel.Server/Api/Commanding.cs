using System.Reactive.Linq;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>Gives the call center a command and answers when it has been obeyed or refused.</summary>
static class Commanding
{
    /// <remarks>
    /// Judged in the command's own turn, by the state it meets there: between a look and a command an operator may have got a call.
    /// Answered after the step, so that whoever asks next sees what the command did.
    /// </remarks>
    public static async Task<IResult> Command(this CallCenterService center, Func<DateTimeOffset, Event.IAgentCommand> command)
    {
        var before = long.MaxValue;
        var answer = TypedResults.Problem("The service is stopping: give the command again when it is back.", statusCode: StatusCodes.Status503ServiceUnavailable) as IResult;
        // The continuation must not run on the thread that decides: it would hold up the call center.
        var decided = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = center.States.Where(state => state.Number > before).Take(1).Subscribe(_ => decided.TrySetResult(), () => decided.TrySetResult());
        center.Post(at =>
        {
            var happening = command(at);
            var state = center.Current;
            answer = Answer(AgentCommand.Refusal(state, happening), state.Agents.ContainsKey(happening.Agent));
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
