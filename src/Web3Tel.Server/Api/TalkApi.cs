using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Commands to conversations: hold, transfer, consultation, and what supervisors do.</summary>
static class TalkApi
{
    public static void MapTalks(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/api/calls/{id}");
        one.MapPost("/hold", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.HoldAsked(at, call, Who(by)))).Commands().WithSummary("Puts a caller on hold, with music.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/resume", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.ResumeAsked(at, call, Who(by)))).Commands().WithSummary("Takes a caller back from hold.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/recording/pause", (string id, HttpRequest by, CallCenterService center, TimeProvider time) => RecordingPauses.Pause(id, Who(by), center, time))
            .Commands().Refuses(StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout)
            .WithSummary("Pauses the recording, such as for a card number: answered when the switch writes silence, or goes on recording.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/recording/resume", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.RecordingResumeAsked(at, call, Who(by)))).Commands().WithSummary("Lets a paused recording go on.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/transfer", (string id, Goal goal, HttpRequest by, CallCenterService center) =>
            goal.Read() is { } to
                ? center.Command(id, (at, call) => new Event.TransferAsked(at, call, to.Kind, to.Name, Who(by)))
                : Refuse(Goal.Fault)).Commands().WithSummary("Blind transfer to an operator, a queue or a number.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/consult", (string id, Goal goal, HttpRequest by, CallCenterService center) =>
            goal.Read() is { } to
                ? center.Command(id, (at, call) => new Event.ConsultAsked(at, call, to.Kind, to.Name, Who(by)))
                : Refuse(Goal.Fault)).Commands().WithSummary("Asks an operator or a number while the caller waits with music.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/consult/complete", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.ConsultCompleted(at, call, Who(by)))).Commands().WithSummary("Hands the caller over to whom the operator has asked.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/consult/cancel", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.ConsultCancelled(at, call, Who(by)))).Commands().WithSummary("Ends a consultation and takes the caller back.").Demands(Permission.CommandCalls, Reach.Conversation);
        one.MapPost("/listen", (string id, Ears ears, HttpRequest by, CallCenterService center) =>
            Enum.TryParse<ListenMode>(ears.Mode, ignoreCase: true, out var mode) && Enum.IsDefined(mode)
                ? center.Command(id, (at, call) => new Event.ListenAsked(at, call, ears.Destination ?? "", mode, Who(by)))
                : Refuse($"mode is \"{ears.Mode}\": give listen, whisper or barge.")).Commands().WithSummary("A supervisor listens to a conversation, whispers or joins in.");
        one.MapPost("/take-over", (string id, Ears ears, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.TakeOverAsked(at, call, ears.Destination ?? "", Who(by)))).Commands().WithSummary("A supervisor takes the conversation over.");
        one.MapPost("/move", (string id, Spot spot, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.MoveAsked(at, call, spot.Queue, spot.Position, Who(by)))).Commands().WithSummary("A supervisor gives a waiting caller another place or queue.");
        one.MapPost("/hang-up", (string id, HttpRequest by, CallCenterService center) =>
            center.Command(id, (at, call) => new Event.HangUpAsked(at, call, Who(by)))).Commands().WithSummary("A supervisor ends the conversation.");
    }

    static Task<IResult> Refuse(string what) => Task.FromResult<IResult>(Wrong(what));

    /// <summary>To whom: one of the three.</summary>
    internal sealed record Goal(string? Agent, string? Queue, string? Number)
    {
        public const string Fault = "Give one of agent (an operator's id), queue (a name) and number.";

        public (TransferKind Kind, string Name)? Read() => this switch
        {
            ({ Length: > 0 } agent, null, null) => (TransferKind.Agent, agent),
            (null, { Length: > 0 } queue, null) => (TransferKind.Queue, queue),
            (null, null, { Length: > 0 } number) => (TransferKind.Number, number),
            _ => null,
        };
    }

    /// <summary>Where a waiting caller shall stand.</summary>
    /// <param name="Queue">The queue; the same when left out.</param>
    /// <param name="Position">1 for the first; by the time waited when left out.</param>
    internal sealed record Spot(string? Queue, int? Position);

    /// <summary>A supervisor's telephone.</summary>
    /// <param name="Destination">An operator's id or a number.</param>
    /// <param name="Mode">A <see cref="ListenMode"/>.</param>
    internal sealed record Ears(string? Destination, string? Mode);
}
