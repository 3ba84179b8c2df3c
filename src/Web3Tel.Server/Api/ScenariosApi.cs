using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Scenarios;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Versions;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Scenarios: drafts, versions, and which of them calls go through.</summary>
/// <remarks>There is no sign-in yet: whoever reaches the API may do all this, and is who they say they are.</remarks>
static class ScenariosApi
{
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;

    static readonly int[] Refusals = [.. PublicationAnswers.Refusals, StatusCodes.Status404NotFound];

    public static void MapScenarios(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/scenarios");
        all.MapGet("", (ScenarioList list) => list.All).WithSummary("All scenarios, by name.");
        all.MapGet("/{name}", One).Produces<ScenarioShown>().Refuses(StatusCodes.Status404NotFound).WithSummary("A scenario in the version that calls go through.");
        all.MapPut("/{name}", Put).Produces<ScenarioShown>().Refuses(Refusals).WithSummary("Publishes a scenario as a new version, whole or not at all; dryRun only checks it.");
        all.MapDelete("/{name}", Delete).Produces(StatusCodes.Status204NoContent).Refuses(Refusals).WithSummary("Takes a scenario out that nothing leads to; calls in it go on.");
        all.MapGet("/{name}/draft", Draft).Produces<ScenarioShown>().Refuses(StatusCodes.Status404NotFound).WithSummary("The draft, with what is wrong with it.");
        all.MapPut("/{name}/draft", PutDraft).Produces<ScenarioShown>().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status507InsufficientStorage)
            .WithSummary("Keeps a draft, right or wrong, and tells what is wrong with it.");
        all.MapPost("/{name}/check", Check).Produces<Judged>().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge).WithSummary("What is wrong with a scenario, all at once, each with the step's path.");
        all.MapGet("/{name}/versions", Page).Produces<IEnumerable<ScenarioVersionShown>>().Refuses().WithSummary("All versions of a scenario, drafts among them, newest first.");
        all.MapGet("/{name}/versions/{number:int}", Version).Produces<ScenarioShown>().Refuses(StatusCodes.Status404NotFound).WithSummary("One version.");
        all.MapGet("/{name}/versions/{number:int}/differences", Compare).Produces<IReadOnlyList<string>>().Refuses(StatusCodes.Status404NotFound)
            .WithSummary("What a version has otherwise than the one before it, or than another.");
        all.MapPost("/{name}/versions/{number:int}/publish", PublishVersion).Produces<ScenarioShown>().Refuses(Refusals)
            .WithSummary("Publishes a draft, or goes back to an earlier version, as a new one.");
    }

    static IResult One(ScenarioVersions versions, ScenarioKeeper keeper, HttpResponse response, string name)
    {
        if (versions.All.GetValueOrDefault(name)?.Valid is not { } valid)
        {
            return Unknown(name);
        }

        response.Headers.ETag = Precondition.Tag(valid.Number);
        return TypedResults.Ok(ScenarioShown.Of(versions, keeper, name, valid));
    }

    static async Task<IResult> Version(ScenarioVersions versions, ScenarioKeeper keeper, string name, int number) =>
        await Find(versions, name, number).ConfigureAwait(false) is { } found ? TypedResults.Ok(ScenarioShown.Of(versions, keeper, name, found)) : Unknown(name, number);

    static IResult Draft(ScenarioVersions versions, ScenarioKeeper keeper, string name) =>
        versions.All.GetValueOrDefault(name)?.Draft is { } draft ? TypedResults.Ok(ScenarioShown.Of(versions, keeper, name, draft))
        : TypedResults.Problem($"There is no draft of \"{name}\" later than what is valid: PUT one there.", statusCode: StatusCodes.Status404NotFound);

    static async Task<IResult> Put(ScenarioVersions versions, ScenarioKeeper keeper, HttpRequest request, HttpResponse response, string name, bool dryRun = false)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        return wrong ?? WrongDocument(name, wish!)
            ?? await Publish(versions, keeper, request, response, name, wish!, wish!.Document!, repeats: null, dryRun).ConfigureAwait(false);
    }

    static async Task<IResult> PublishVersion(ScenarioVersions versions, ScenarioKeeper keeper, HttpRequest request, HttpResponse response, string name, int number, bool dryRun = false)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        return wrong ?? (await Find(versions, name, number).ConfigureAwait(false) is { } found
            ? await Publish(versions, keeper, request, response, name, wish!, found.Content.Text, number, dryRun).ConfigureAwait(false)
            : Unknown(name, number));
    }

    static async Task<IResult> Publish(
        ScenarioVersions versions, ScenarioKeeper keeper, HttpRequest request, HttpResponse response, string name, PublicationWish wish, string document, int? repeats, bool dryRun)
    {
        var (expected, isHeader, wrong) = Expected(versions, request, name, wish, isNeeded: !dryRun);
        if (wrong is not null)
        {
            return wrong;
        }

        var change = new Change(document, expected, Who(request), wish.Comment?.Trim() ?? "", repeats);
        var publication = dryRun ? await keeper.Check(name, change).ConfigureAwait(false) : await keeper.Publish(name, change).ConfigureAwait(false);
        if (publication is not Publication.Done done)
        {
            return Refused(publication, name, expected, isHeader);
        }

        if (dryRun)
        {
            return TypedResults.Ok(new Judged([], [], Told(done.Differences, request)));
        }

        response.Headers.ETag = Precondition.Tag(done.Version!.Number);
        return TypedResults.Ok(ScenarioShown.Of(versions, keeper, name, done.Version) with { Changes = Told(done.Differences, request) });
    }

    static async Task<IResult> Delete(ScenarioVersions versions, ScenarioKeeper keeper, HttpRequest request, string name, string? comment = null)
    {
        var (expected, isHeader, wrong) = Expected(versions, request, name, new PublicationWish(null, comment, null), isNeeded: false);
        if (wrong is not null)
        {
            return wrong;
        }

        var publication = await keeper.TakeOut(name, new Change("", expected, Who(request), comment?.Trim() ?? "")).ConfigureAwait(false);
        return publication is Publication.Done ? TypedResults.NoContent() : Refused(publication, name, expected, isHeader);
    }

    static async Task<IResult> PutDraft(ScenarioVersions versions, ScenarioKeeper keeper, HttpRequest request, string name)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        if ((wrong ?? WrongDocument(name, wish!)) is { } refused)
        {
            return refused;
        }

        var kept = await keeper.KeepDraft(name, new Change(wish!.Document!, 0, Who(request), wish.Comment?.Trim() ?? "")).ConfigureAwait(false);
        return kept is Publication.Done done ? TypedResults.Ok(ScenarioShown.Of(versions, keeper, name, done.Version!)) : Refused(kept, name, 0, isHeader: false);
    }

    static async Task<IResult> Check(ScenarioVersions versions, ScenarioKeeper keeper, HttpRequest request, string name)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        if ((wrong ?? WrongDocument(name, wish!)) is { } refused)
        {
            return refused;
        }

        var valid = versions.All.GetValueOrDefault(name)?.Valid?.Number ?? 0;
        return await keeper.Check(name, new Change(wish!.Document!, valid, Who(request), "")).ConfigureAwait(false) switch
        {
            Publication.Done done => TypedResults.Ok(new Judged([], [], Told(done.Differences, request))),
            Publication.Wrong found => TypedResults.Ok(new Judged([.. found.Problems], [.. found.Errors.Select(error => $"{error}")], [])),
            var other => Refused(other, name, valid, isHeader: false),
        };
    }

    static async Task<IResult> Page(ScenarioVersions versions, string name, int? before, int limit = DefaultLimit) => limit is < 1 or > MostLimit
        ? Wrong($"limit is {limit}: give 1 to {MostLimit}.")
        : TypedResults.Ok((await versions.Store.Page(KeptScenario.KindOf(name), before, limit).ConfigureAwait(false)).Select(version => ScenarioVersionShown.Of(versions, name, version)));

    static async Task<IResult> Compare(ScenarioVersions versions, HttpRequest request, string name, int number, int? from)
    {
        var earlier = from ?? number - 1;
        var (before, after) = (await Find(versions, name, earlier).ConfigureAwait(false), await Find(versions, name, number).ConfigureAwait(false));
        return before is null ? Unknown(name, earlier)
            : after is null ? Unknown(name, number)
            : TypedResults.Ok(Told(ScenarioKeeper.Compare(before.Content.Text, after.Content.Text), request));
    }

    static IReadOnlyList<string> Told(IEnumerable<Difference> differences, HttpRequest request) => DifferenceWords.OfScenario(differences, Language.Of(request));

    static Task<DocumentVersion?> Find(ScenarioVersions versions, string name, int number) => versions.Store.Find(KeptScenario.KindOf(name), number);

    /// <summary>0 for a scenario that is not there yet.</summary>
    static (int Expected, bool IsHeader, ProblemHttpResult? Wrong) Expected(ScenarioVersions versions, HttpRequest request, string name, PublicationWish wish, bool isNeeded) =>
        Precondition.Of(request, wish.Version, versions.All.GetValueOrDefault(name)?.Valid?.Number ?? 0, isNeeded, $"/api/scenarios/{name}");

    static ProblemHttpResult Refused(Publication publication, string name, int expected, bool isHeader) => publication switch
    {
        Publication.Wrong wrong => TypedResults.Problem(
            $"The change of {name} is refused as a whole, and nothing has changed. Mend all of these {wrong.Problems.Length + wrong.Errors.Length}: {string.Join(' ', [.. wrong.Problems.Select(problem => $"{problem}"), .. wrong.Errors.Select(error => $"{error}")])}",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: [KeyValuePair.Create("problems", (object?)wrong.Problems), KeyValuePair.Create("errors", (object?)wrong.Errors)]),
        Publication.Outrun outrun => PublicationAnswers.Outrun(outrun, expected, isHeader, $" of {name}"),
        Publication.Unknown => Unknown(name),
        Publication.NotKept kept => PublicationAnswers.NotKept(kept.Why),
        _ => throw new UnreachableException($"No answer for {publication.GetType().Name}."),
    };

    static ProblemHttpResult? WrongDocument(string name, PublicationWish wish) =>
        !Scenario.IsName(name) ? Wrong($"\"{name}\" is no name for a scenario: use letters of the English alphabet, digits, - and _.")
        : wish.Document is null || !wish.Document.StartsWith('{') ? Wrong("document is missing: give { \"version\": 3, \"comment\": \"why\", \"document\": { … } }, the document as docs/scenario.md has it.")
        : null;

    static ProblemHttpResult Unknown(string name) =>
        TypedResults.Problem($"There is no scenario \"{name}\" that calls go through. GET /api/scenarios has all there are.", statusCode: StatusCodes.Status404NotFound);

    static ProblemHttpResult Unknown(string name, int number) => TypedResults.Problem($"There is no version {number} of the scenario \"{name}\".", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Whether a scenario would do.</summary>
    /// <param name="Problems">What is wrong with it.</param>
    /// <param name="Errors">What would be wrong elsewhere with it.</param>
    /// <param name="Changes">What it would change; nothing where it would not do.</param>
    internal sealed record Judged(IReadOnlyList<ScenarioProblem> Problems, IReadOnlyList<string> Errors, IReadOnlyList<string> Changes);
}
