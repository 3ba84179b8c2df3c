using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Distribution;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Api;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Panel;

/// <summary>Commands given on a page that lives. Who gives them is asked each time: a page stays open for hours.</summary>
sealed class Commander(CircuitVisitor visitors, CallCenterService center)
{
    const string Gone = "Sign in again.";

    /// <summary>A command to an operator.</summary>
    /// <returns>Why it was not obeyed; null when it was.</returns>
    public async Task<string?> Operator(string id, Func<DateTimeOffset, string, Event.IAgentCommand> command) =>
        await visitors.Now().ConfigureAwait(false) is not { } visitor ? Gone
        : visitor.ToOperator(center.Current, id)
        ?? Told(await center.Command(at => command(at, visitor.Name)).ConfigureAwait(false));

    /// <summary>A command to a conversation that its operator may give.</summary>
    /// <inheritdoc cref="Operator"/>
    public async Task<string?> Conversation(string id, Func<DateTimeOffset, Web3Tel.Calls.CallRef, string, Event.ITalkCommand> command) =>
        await visitors.Now().ConfigureAwait(false) is not { } visitor ? Gone
        : visitor.ToConversation(center.Current, id)
        ?? Told(await center.Command(id, (at, call) => command(at, call, visitor.Name)).ConfigureAwait(false));

    static string? Told(IResult answer) => (answer as ProblemHttpResult)?.ProblemDetails.Detail;
}
