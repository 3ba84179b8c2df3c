using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Queues;
using Web3Tel.Server.Inquiries;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Web3Tel.WhatIf;

namespace Web3Tel.Server.Api;

/// <summary>What if: how callers of a day would have fared with more or fewer operators, or another strategy.</summary>
static class WhatIfApi
{
    const int MostOperators = 100;
    const int LongestWithin = 3_600;

    static readonly string[] Known = ["date", "queue", "operators", "strategy", "within"];

    public static void MapWhatIf(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/what-if", Ask).Produces<DayAgain>().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict)
            .WithSummary("A day run again with more or fewer operators, or another strategy of a queue, beside the real one.");

    static async Task<IResult> Ask(DayInquiry inquiry, ServiceSettings settings, HttpRequest request)
    {
        var wanted = new Parameters(request.Query, Known);
        var (queue, operators, strategy) = (wanted.Text("queue"), wanted.Text("operators"), wanted.Text("strategy"));
        var within = wanted.Number("within", settings.Wall.AnsweredWithin, 0, LongestWithin);
        var day = inquiry.Today;
        if (wanted.Text("date") is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            wanted.Refuse("date", $"is \"{date}\": give a day, such as 2026-11-24.");
        }

        var (by, rule) = (0, default(Strategy));
        if (operators is not null && !(int.TryParse(operators, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out by) && by is >= -MostOperators and <= MostOperators))
        {
            wanted.Refuse("operators", $"is \"{operators}\": give so many more or fewer, such as +2 or -1.");
        }

        if (strategy is not null && !(Enum.TryParse(strategy, ignoreCase: true, out rule) && Enum.IsDefined(rule)))
        {
            wanted.Refuse("strategy", $"is \"{strategy}\": give one of {string.Join(", ", Enum.GetNames<Strategy>())}.");
        }

        if (strategy is not null && queue is null)
        {
            wanted.Refuse("queue", "is missing: a strategy is one queue's.");
        }

        if (wanted.Errors.Count > 0)
        {
            return wanted.Problem();
        }

        var (again, fault) = await inquiry.Ask(day, Of(queue, by, strategy is null ? null : rule), within, Language.English, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return again is not null ? TypedResults.Ok(again) : TypedResults.Problem(fault, statusCode: StatusCodes.Status409Conflict);
    }

    /// <param name="queue">Of which the operators are, and the strategy; null for all, without a strategy.</param>
    /// <param name="by">So many operators more, or fewer.</param>
    /// <param name="strategy">Another one; null for the one that was.</param>
    public static Proposal Of(string? queue, int by, Strategy? strategy) => new()
    {
        Staff = by == 0 ? [] : [new StaffChange(queue, by)],
        Strategies = queue is not null && strategy is { } rule ? ImmutableDictionary<string, Strategy>.Empty.Add(queue, rule) : ImmutableDictionary<string, Strategy>.Empty,
    };
}
