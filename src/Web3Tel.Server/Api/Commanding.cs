using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Speech;

namespace Web3Tel.Server.Api;

/// <summary>Gives the call center a command and answers when it has been obeyed or refused.</summary>
static class Commanding
{
    /// <summary>The header with the name of who commands.</summary>
    public const string By = "X-Web3Tel-By";

    const string Nobody = "api";

    /// <summary>Who commands. An account is who it is; a program may say on whose behalf; where nobody signs in the header is believed.</summary>
    public static string Who(HttpRequest request)
    {
        var (visitor, said) = (request.HttpContext.Visitor(), request.Headers[By].ToString().Trim());
        return visitor.IsAnybody ? said.Length > 0 ? said : Nobody
            : visitor.IsProgram && said.Length > 0 ? $"{said} ({visitor.Name})"
            : visitor.Name;
    }

    public static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult Stopping() =>
        TypedResults.Problem(Obedience.Stopping(Language.English).Refusal, statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <summary>A command to an operator.</summary>
    public static async Task<IResult> Command(this CallCenterService center, Func<DateTimeOffset, Event.IAgentCommand> command) =>
        Answer(await center.Give(command, Language.English).ConfigureAwait(false));

    /// <summary>A command to a conversation.</summary>
    /// <param name="id">Id of the caller's call.</param>
    public static async Task<IResult> Command(this CallCenterService center, string id, Func<DateTimeOffset, CallRef, Event.ITalkCommand> command) =>
        Answer(await center.Give(id, command, Language.English).ConfigureAwait(false));

    /// <summary>A customer need not be called back.</summary>
    public static async Task<IResult> Cancel(this CallCenterService center, string id, string by) =>
        Answer(await center.Give(
            (at, state) =>
            {
                var call = state.Callers.Keys.FirstOrDefault(call => call.Id == id, new CallRef("", id));
                var happening = new Event.CallbackCancelled(at, call, CallbackEnd.Cancelled, by);
                return (happening, CallbackVerdict.Refusal(state, happening), state.Callers.GetValueOrDefault(call)?.Callback is not null);
            },
            Language.English).ConfigureAwait(false));

    /// <summary>A command to an operator.</summary>
    /// <param name="language">In which it is told why not.</param>
    public static Task<Obedience> Give(this CallCenterService center, Func<DateTimeOffset, Event.IAgentCommand> command, Language language) => center.Give(
        (at, state) =>
        {
            var happening = command(at);
            return ((Event)happening, AgentCommand.Refusal(state, happening, language), state.Agents.ContainsKey(happening.Agent));
        },
        language);

    /// <summary>A command to a conversation.</summary>
    /// <param name="id">Id of the caller's call.</param>
    /// <param name="language">In which it is told why not.</param>
    public static Task<Obedience> Give(this CallCenterService center, string id, Func<DateTimeOffset, CallRef, Event.ITalkCommand> command, Language language) => center.Give(
        (at, state) =>
        {
            var call = state.Callers.Keys.Concat(state.OutgoingCalls.Values.Select(outgoing => outgoing.Call)).FirstOrDefault(call => call.Id == id, new CallRef("", id));
            var happening = command(at, call);
            return ((Event)happening, TalkCommand.Refusal(state, happening, language), state.Callers.ContainsKey(call) || state.OutgoingOf(call) is not null);
        },
        language);

    /// <remarks>
    /// Judged in the command's own turn, by the state it meets there: between a look and a command an operator may have got a call.
    /// Answered after the step, so that whoever asks next sees what the command did.
    /// </remarks>
    static async Task<Obedience> Give(
        this CallCenterService center, Func<DateTimeOffset, CallCenter, (Event Happening, string? Refusal, bool IsKnown)> command, Language language)
    {
        var became = Obedience.Stopping(language);
        await center.PostDecided((at, state) =>
        {
            var (happening, refusal, isKnown) = command(at, state);
            became = new Obedience(refusal, isKnown);
            return happening;
        }).ConfigureAwait(false);
        return became;
    }

    public static IResult Answer(Obedience became) => became.IsStopping ? Stopping() : Answer(became.Refusal, became.IsKnown);

    public static IResult Answer(string? refusal, bool isKnown) =>
        refusal is null ? TypedResults.NoContent()
        : TypedResults.Problem(refusal, statusCode: isKnown ? StatusCodes.Status409Conflict : StatusCodes.Status404NotFound);
}
