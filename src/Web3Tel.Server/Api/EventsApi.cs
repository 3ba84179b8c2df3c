using System.Collections.Immutable;
using System.Reactive.Concurrency;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Web3Tel.Server.Happenings;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>What changes, as it changes.</summary>
static class EventsApi
{
    const string Last = "Last-Event-ID";

    public static void MapEvents(this IEndpointRouteBuilder routes) => routes.MapGet("/api/events", Read)
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Refuses()
        .WithSummary("Server-sent events of what changes: queue, operator, call, ended, mailbox, outbox, health, scenario; first all as it is. types chooses among them.");

    static IResult Read(EventFeed feed, IScheduler scheduler, IOptions<JsonOptions> json, HttpRequest request, string? types)
    {
        ImmutableHashSet<string> wanted = types is null ? [.. PieceType.All] : [.. types.Split(',')];
        return wanted.Except(PieceType.All).FirstOrDefault() is { } unknown
            ? Wrong($"types has \"{unknown}\": give some of {string.Join(", ", PieceType.All)}, with commas between.")
            : TypedResults.ServerSentEvents(
                new EventStream(feed, wanted, json.Value.SerializerOptions, scheduler).Read(request.Headers[Last]));
    }
}
