using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Commands to operators, by themselves or by a supervisor. Each that is obeyed is in the audit trail.</summary>
static class OperatorApi
{
    const double Day = 86_400;

    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/api/operators/{id}");
        one.MapPost("/sign-in", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(at => new Event.AgentSignedIn(at, id, Who(by)))).Commands().WithSummary("Signs an operator in.");
        one.MapPost("/sign-out", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(at => new Event.AgentSignedOut(at, id, Who(by)))).Commands().WithSummary("Signs an operator out.");
        one.MapPost("/ready", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(at => new Event.AgentReady(at, id, Who(by)))).Commands().WithSummary("Ends an operator's break or rest.");
        one.MapPost("/break", (string id, BreakWish wish, HttpRequest by, CallCenterService center) =>
            center.Command(at => new Event.AgentTookBreak(at, id, wish.Reason ?? "", Who(by)))).Commands().WithSummary("A break, at once or after the call and its wrap-up.");
        one.MapPost("/wrap-up/extend", Extend).Commands().WithSummary("More time for a wrap-up.");
        one.MapPost("/wrap-up/end", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(at => new Event.WrapUpEnded(at, id, Who(by)))).Commands().WithSummary("Ends a wrap-up early.");
        one.MapPost("/note", async (string id, Note note, HttpRequest by, NoteTaking notes) =>
            Commanding.Answer(await notes.Take(id, note.Call ?? "", string.IsNullOrEmpty(note.Result) ? null : note.Result, note.Text ?? "", Who(by), Web3Tel.Speech.Language.English).ConfigureAwait(false)))
            .Commands().WithSummary("Result and note of the operator's present conversation, of that of the wrap-up, or of one that ended in the last 24 hours.");
        one.MapPost("/do-not-disturb", (string id, Disturbance wish, HttpRequest by, CallCenterService center) =>
            center.Command(at => new Event.DoNotDisturbAsked(at, id, wish.On, Who(by)))).Commands().WithSummary("Whether an operator's phone is left alone.");
        one.MapPost("/force", Force).Commands().WithSummary("A supervisor signs an operator out, or makes one ready or have a break.").Demands(Permission.CommandOperators, Reach.OtherOperator);
        one.MapPost("/call", CallApi.Call).Produces<CallApi.Outcome>().Produces<CallApi.Outcome>(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable)
            .WithSummary("The operator's phone rings, then the number outside; answers with what came of it.");
    }

    static async Task<IResult> Extend(string id, Extension extension, HttpRequest by, CallCenterService center) =>
        extension.Seconds is > 0 and <= Day
            ? await center.Command(at => new Event.WrapUpExtended(at, id, TimeSpan.FromSeconds(extension.Seconds), Who(by))).ConfigureAwait(false)
            : Wrong($"seconds is {extension.Seconds}: give more than 0, and at most {Day}.");

    static async Task<IResult> Force(string id, Wish wish, HttpRequest by, CallCenterService center) =>
        !Enum.TryParse<ForcedState>(wish.State, ignoreCase: true, out var state) || !Enum.IsDefined(state)
            ? Wrong($"state is \"{wish.State}\": give signedOut, ready or break.")
        : string.IsNullOrWhiteSpace(wish.Why) ? Wrong("why is missing: say why the state is forced, the operator will read it.")
        : await center.Command(at => new Event.AgentForced(at, id, state, Who(by), wish.Why.Trim())).ConfigureAwait(false);

    /// <summary>The break wanted.</summary>
    /// <param name="Reason">Id of a configured break.</param>
    internal sealed record BreakWish(string? Reason);

    /// <summary>Whether the phone is to be left alone.</summary>
    internal sealed record Disturbance(bool On);

    /// <summary>What there is to say of a conversation.</summary>
    /// <param name="Call">The call's id.</param>
    /// <param name="Result">Id of a result of its queue; left out for none.</param>
    /// <param name="Text">The note.</param>
    internal sealed record Note(string? Call, string? Result, string? Text);

    /// <summary>More time for a wrap-up.</summary>
    /// <param name="Seconds">How much more.</param>
    internal sealed record Extension(double Seconds);

    /// <summary>What a supervisor makes of an operator.</summary>
    /// <param name="State">A <see cref="ForcedState"/>.</param>
    /// <param name="Why">Read by the operator and in the audit trail.</param>
    internal sealed record Wish(string? State, string? Why);
}
