using System.Reactive.Concurrency;
using System.Reactive.Threading.Tasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Callbacks;
using Web3Tel.Server.Hosting;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Customers who are to be called back, and what became of those who were.</summary>
static class CallbacksApi
{
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;
    const int LongestName = 100;

    public static void MapCallbacks(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/callbacks");
        all.MapGet("", (CallCenterService center) => center.Current.Pending().Select(OpenCallback.Of)).WithSummary("Those who wait to be called back, queue by queue in their order.");
        all.MapPost("", Ask).Produces<OpenCallback>(StatusCodes.Status201Created).Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable).WithSummary("Asks for a callback; answered when it is on the disk.");
        all.MapGet("/ended", Ended).Produces<EndedPage>().Refuses().WithSummary("What became of callbacks, newest first.");
        all.MapGet("/{id}", One).Produces<OpenCallback>().Refuses(StatusCodes.Status404NotFound).WithSummary("One callback; when it is over, as /ended has it.");
        all.MapDelete("/{id}", (string id, HttpRequest by, CallCenterService center) => center.Cancel(id, Who(by))).Commands().WithSummary("Cancels a callback.");
    }

    static async Task<IResult> Ask(Wish wish, CallCenterService center, IScheduler scheduler, CancellationToken cancellation)
    {
        if (wish is not { Queue: { Length: > 0 } queue, Number: { Length: > 0 } number })
        {
            return Wrong("Give queue, a name, and number, such as +79161234567.");
        }

        // Not on the thread that decides: it would hold up the call center.
        var reply = await center.Ask(new CallbackWish(queue, number) { Name = NameOf(wish) }).ToTask(cancellation, scheduler).ConfigureAwait(false);
        var pending = center.Current.Pending().FirstOrDefault(callback => callback.Queue == queue && CallbackNumber.Read(number) == callback.Number);
        return reply switch
        {
            CallbackReply.Accepted => TypedResults.Created($"/api/callbacks/{pending?.Call.Id}", pending is null ? null : OpenCallback.Of(pending)),
            CallbackReply.AskedAlready => Refuse($"{queue} is to call {number} already: that stands, with its place. Cancel it first to ask anew.", StatusCodes.Status409Conflict),
            CallbackReply.NotHere => Refuse($"There is no queue \"{queue}\" that calls back: set its Callback, or name another queue.", StatusCodes.Status400BadRequest),
            CallbackReply.NumberRefused => Refuse(
                $"\"{number}\" may not be called: give digits, with a leading + or not, as many as the queue's Callback:Numbers allows, and beginning as it says.", StatusCodes.Status400BadRequest),
            CallbackReply.NotWritten => Refuse("It could not be written down, and nobody will be called. Ask again when /health/ready says that storage is well.", StatusCodes.Status503ServiceUnavailable),
        };
    }

    static async Task<IResult> Ended(CallCenterService center, string? before, int limit = DefaultLimit)
    {
        if (limit is < 1 or > MostLimit)
        {
            return Wrong($"limit is {limit}: give 1 to {MostLimit}.");
        }

        return await center.History.Callbacks(before, limit).ConfigureAwait(false) is var (calls, last)
            ? TypedResults.Ok(new EndedPage([.. calls.Select(EndedCallback.Of)], last))
            : Wrong($"before is \"{before}\", which is no call of the history: give what the page before said.");
    }

    static async Task<IResult> One(string id, CallCenterService center)
    {
        if (center.Current.Pending().FirstOrDefault(callback => callback.Call.Id == id) is { } pending)
        {
            return TypedResults.Ok(OpenCallback.Of(pending));
        }

        return await center.History.Find(id).ConfigureAwait(false) is { Callback: not null } ended
            ? TypedResults.Ok(EndedCallback.Of(ended))
            : Refuse($"There is no callback \"{id}\".", StatusCodes.Status404NotFound);
    }

    /// <summary>What a telephone can show.</summary>
    static string? NameOf(Wish wish) =>
        string.Concat((wish.Name ?? "").Where(c => !char.IsControl(c)).Take(LongestName)).Trim() is { Length: > 0 } name ? name : null;

    static ProblemHttpResult Refuse(string what, int status) => TypedResults.Problem(what, statusCode: status);

    /// <summary>Who wants to be called back.</summary>
    /// <param name="Queue">By whose operators.</param>
    /// <param name="Number">At which number.</param>
    /// <param name="Name">Shown to the operator; may be left out.</param>
    internal sealed record Wish(string? Queue, string? Number, string? Name);

    /// <summary>Some of those that are over, newest first.</summary>
    /// <param name="Callbacks">Who was to be called back.</param>
    /// <param name="Before">Given as <c>before</c>, it gives older ones; null when there are none.</param>
    internal sealed record EndedPage(IReadOnlyList<EndedCallback> Callbacks, string? Before);
}
