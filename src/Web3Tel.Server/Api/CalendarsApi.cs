using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Hours;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Storage;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Opening hours of scenarios, opened or closed by hand.</summary>
static class CalendarsApi
{
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/scenarios/{name}/calendars");
        all.MapGet("", All).Produces<IEnumerable<ListedCalendar>>().Refuses(StatusCodes.Status404NotFound).WithSummary("Opening hours of a scenario: open or closed now, and by whose hand.");
        all.MapPut("/{calendar}/by-hand", Set).Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status507InsufficientStorage)
            .WithSummary("Opens or closes until a moment, whatever the calendar says.");
        all.MapDelete("/{calendar}/by-hand", (CalendarHand hand, HttpRequest request, string name, string calendar) =>
            Change(hand, request, name, calendar, null, "")).Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status507InsufficientStorage).WithSummary("The calendar counts again.");
    }

    static IResult All(ScenarioList list, string name) => list.Find(name) is { } found ? TypedResults.Ok(found.Calendars) : Unknown(name);

    static async Task<IResult> Set(CalendarHand hand, TimeProvider time, HttpRequest request, string name, string calendar, Wish wish) =>
        wish.Open is not { } open || wish.Until is not { } until ? Wrong("Give { \"open\": false, \"until\": \"2026-12-31T18:00:00+03:00\", \"comment\": \"why\" }.")
        : until <= time.GetUtcNow() ? Wrong($"until is {until:O}, which is past: give a later moment.")
        : await Change(hand, request, name, calendar, new HandSetting(open, until), wish.Comment?.Trim() ?? "").ConfigureAwait(false);

    static async Task<IResult> Change(CalendarHand hand, HttpRequest request, string name, string calendar, HandSetting? setting, string comment)
    {
        try
        {
            return await hand.Set(name, calendar, setting, Who(request), comment).ConfigureAwait(false) ? TypedResults.NoContent() : Unknown($"{name}.{calendar}");
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            return PublicationAnswers.NotKept(e.Message);
        }
    }

    static ProblemHttpResult Unknown(string name) =>
        TypedResults.Problem($"There is no \"{name}\" that calls go through. GET /api/scenarios has all scenarios with their calendars.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Opened or closed by hand.</summary>
    /// <param name="Open">Whether it is open.</param>
    /// <param name="Until">When the calendar counts again.</param>
    /// <param name="Comment">Why.</param>
    internal sealed record Wish(bool? Open, DateTimeOffset? Until, string? Comment);
}
