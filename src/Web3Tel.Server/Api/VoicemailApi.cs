using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Auditing;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Messages that callers left. A deleted one is not there any more.</summary>
static class VoicemailApi
{
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;
    const string Fault = "give queue:<name>, operator:<id> or line:<number>";

    public static void MapVoicemail(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/voicemail");
        all.MapGet("", Page).Produces<IEnumerable<ShownMessage>>().Refuses().WithSummary("Messages, newest first; of one mailbox, or unread ones only, when asked so.");
        all.MapGet("/mailboxes", async (CallCenterService center) =>
            (await center.Messages.Counts().ConfigureAwait(false)).Where(count => count is not { Unread: 0, Read: 0 }).OrderBy(count => count.Mailbox.ToString(), StringComparer.Ordinal))
            .WithSummary("How many unread and read messages lie in each mailbox that has some.");
        all.MapGet("/{id}", One).Produces<ShownMessage>().Refuses(StatusCodes.Status404NotFound).WithSummary("A message.").Demands(Permission.WorkAsOperator, Reach.Own);
        all.MapGet("/{id}/audio", Audio).Produces<Stream>(StatusCodes.Status200OK, "audio/wav").Refuses(StatusCodes.Status404NotFound)
            .WithSummary("The sound of a message (WAV).").Demands(Permission.WorkAsOperator, Reach.Own);
        foreach (var (verb, mark, summary) in new[]
        {
            ("read", MessageMark.Read, "Marks a message as read."), ("unread", MessageMark.Unread, "Marks a message as unread."), ("delete", MessageMark.Deleted, "Deletes a message."),
        })
        {
            all.MapPost($"/{{id}}/{verb}", (string id, HttpRequest by, MessageHandling messages) => Mark(id, mark, by, messages))
                .Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable).WithSummary(summary).Demands(Permission.WorkAsOperator, Reach.Own);
        }
    }

    /// <summary>Newest first; <c>before</c> is the id of the last message one has, <c>limit</c> how many more one wants.</summary>
    static async Task<IResult> Page(CallCenterService center, string? mailbox, string? before, bool unread = false, int limit = DefaultLimit)
    {
        var box = mailbox is null ? null : Mailbox.Read(mailbox);
        return limit is < 1 or > MostLimit ? Wrong($"limit is {limit}: give 1 to {MostLimit}.")
            : mailbox is not null && box is null ? Wrong($"mailbox is \"{mailbox}\": {Fault}.")
            : TypedResults.Ok((await center.Messages.Page(new MessageQuery(box, unread, before, limit)).ConfigureAwait(false)).Select(Show));
    }

    static async Task<IResult> One(string id, HttpRequest by, MessageHandling messages) =>
        await messages.Find(id, by.HttpContext.Visitor()).ConfigureAwait(false) is { } message ? TypedResults.Ok(Show(message)) : Unknown(id);

    static async Task<IResult> Audio(string id, HttpRequest by, MessageHandling messages, MessageFolder folder, Hearing hearing)
    {
        if (await messages.Find(id, by.HttpContext.Visitor()).ConfigureAwait(false) is not { } message)
        {
            return Unknown(id);
        }

        var file = folder.Of(message);
        if (!file.Exists)
        {
            return TypedResults.Problem($"The sound of message \"{id}\" is not there. Is the recordings folder the one that FreeSWITCH writes to?", statusCode: StatusCodes.Status404NotFound);
        }

        hearing.Note(by, AuditedAct.HearMessage, message.Mailbox.ToString(), id);
        return TypedResults.PhysicalFile(file.FullName, "audio/wav", lastModified: file.LastWriteTimeUtc, enableRangeProcessing: true);
    }

    static async Task<IResult> Mark(string id, MessageMark mark, HttpRequest by, MessageHandling messages) =>
        await messages.Mark(id, mark, by.HttpContext.Visitor(), Who(by)).ConfigureAwait(false) switch
        {
            MessageHandled.Done => TypedResults.NoContent(),
            MessageHandled.Unknown => Unknown(id),
            MessageHandled.Later => TypedResults.Problem("The disk takes nothing at present: it is done as soon as it does.", statusCode: StatusCodes.Status503ServiceUnavailable),
        };

    static ProblemHttpResult Unknown(string id) => TypedResults.Problem($"There is no message \"{id}\".", statusCode: StatusCodes.Status404NotFound);

    static ShownMessage Show(VoiceMessage message) => new(
        message.Id, message.Mailbox, message.Call.Id, message.Number, message.Name, message.Dialled, message.Begun, message.Length.TotalSeconds, message.IsRead, message.Mail);

    /// <summary>A message.</summary>
    /// <param name="Id">For the audio, and for what is done to it.</param>
    /// <param name="Call">Id of the call, as in the history.</param>
    /// <param name="Email">What has become of its e-mail; null where nobody gets one.</param>
    internal sealed record ShownMessage(
        string Id, Mailbox Mailbox, string Call, string Number, string Name, string Dialled, DateTimeOffset Begun, double LengthSeconds, bool IsRead, MessageMail? Email);
}
