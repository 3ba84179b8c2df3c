using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Panel;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>E-mails: what waits, what failed and why, what was sent.</summary>
static class MailApi
{
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;
    const string Off = "No e-mails are sent: set the mail server (Web3Tel:Mail:Host).";

    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/mail", Read).Produces<Overview>().Refuses().WithSummary("The outbox: e-mails that wait, failed or were sent, newest first.");
        routes.MapPost("/api/mail/{id:long}/retry", Retry).Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithSummary("Tries an e-mail again at once.");
        routes.MapPost("/api/mail/test", Test).Produces<TestAnswer>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway)
            .WithSummary("Sends a test e-mail at once, and tells what the mail server said.");
    }

    /// <summary>Newest first; <c>state</c> is <c>waiting</c>, <c>failed</c> or <c>sent</c>, <c>before</c> the id of the last one one has.</summary>
    static async Task<IResult> Read(MailService mail, string? state, long? before, int limit = DefaultLimit)
    {
        if (limit is < 1 or > MostLimit)
        {
            return Wrong($"limit is {limit}: give 1 to {MostLimit}.");
        }

        MailState? wanted = Enum.TryParse<MailState>(state, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null;
        if (state is not null && wanted is null)
        {
            return Wrong($"state is \"{state}\": give waiting, failed or sent.");
        }

        return mail.Outbox is { } outbox
            ? TypedResults.Ok(new Overview(
                outbox.Server, outbox.Trouble, await outbox.Counts().ConfigureAwait(false), [.. (await outbox.Page(wanted, before, limit).ConfigureAwait(false)).Select(Shown.Of)]))
            : TypedResults.Ok(new Overview(Server: null, Off, default, []));
    }

    static async Task<IResult> Retry(MailService mail, long id)
    {
        if (mail.Outbox is not { } outbox)
        {
            return Refused(Off);
        }

        return await outbox.Retry(id).ConfigureAwait(false) switch
        {
            RetryAnswer.Tried => TypedResults.NoContent(),
            RetryAnswer.UnderWay => Refused($"E-mail {id} is being sent just now: look again."),
            RetryAnswer.Sent => Refused($"E-mail {id} was sent to everybody: nothing is left to do."),
            RetryAnswer.Hopeless => Refused($"E-mail {id} has no address that could be tried: correct the address and have it sent anew."),
            RetryAnswer.Unknown => TypedResults.Problem($"There is no e-mail {id}.", statusCode: StatusCodes.Status404NotFound),
        };
    }

    static async Task<IResult> Test(MailService mail, HttpRequest request, Wish wish)
    {
        if (MailAddress.Parse(wish.To ?? "") is null)
        {
            return Wrong($"to is \"{wish.To}\": give an e-mail address.");
        }

        if (mail.Outbox is not { } outbox)
        {
            return Refused(Off);
        }

        var told = Language.Told(request);
        var reply = await outbox.Test(TestEmail.To(wish.To!, told), told).ConfigureAwait(false);
        return reply.IsAccepted
            ? TypedResults.Ok(new TestAnswer(reply.Said))
            : TypedResults.Problem(reply.Said, statusCode: StatusCodes.Status502BadGateway);
    }

    static ProblemHttpResult Refused(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status409Conflict);

    /// <summary>The outbox.</summary>
    /// <param name="Server">Where e-mails are sent to; null while none are.</param>
    /// <param name="Trouble">What keeps e-mails from being sent; null when nothing is known to.</param>
    /// <param name="Counts">How many there are.</param>
    /// <param name="Mails">Those asked for.</param>
    internal sealed record Overview(string? Server, string? Trouble, OutboxCounts Counts, IReadOnlyList<Shown> Mails);

    /// <summary>An e-mail, without its text.</summary>
    internal sealed record Shown(
        long Id,
        string Key,
        MailState State,
        IReadOnlyList<Recipient> Recipients,
        string Subject,
        string? Attachment,
        DateTimeOffset Put,
        int Attempts,
        DateTimeOffset? NextTry,
        string? Why,
        int Doubts,
        DateTimeOffset? Ended,
        string MessageId)
    {
        public static Shown Of(OutboxEmail mail) => new(
            mail.Id, mail.Key, mail.State, mail.Recipients, mail.Subject, mail.Attachment?.Path, mail.Put, mail.Attempts, mail.NextTry, mail.Why, mail.Doubts, mail.Ended,
            mail.MessageId);
    }

    /// <summary>Where a test goes.</summary>
    internal sealed record Wish(string? To);

    /// <summary>The test was accepted.</summary>
    /// <param name="Said">What the server said.</param>
    internal sealed record TestAnswer(string Said);
}
