using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Versions;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>The configuration: which version is valid, all others, and changes while calls run.</summary>
static class ConfigurationApi
{
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;

    public static void MapConfiguration(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/api/configuration");
        one.MapGet("", (ConfigurationKeeper keeper, HttpResponse response) => Shown(keeper, response, keeper.Valid)).WithSummary("The configuration that is valid, with its version.");
        one.MapPut("", Put).Produces<ConfigurationShown>().Refuses(PublicationAnswers.Refusals).WithSummary("Publishes a configuration as a new version, whole or not at all; dryRun only checks it, and answers with version and changes.");
        one.MapGet("/settings", (ConfigurationKeeper keeper, HttpRequest request) => new SettingsShown(
            keeper.Valid.Number, Told(Differences.Between(ConfigurationKeeper.Read(keeper.Valid), keeper.OfSettings), request), KeptPins.Hide(keeper.OfSettings))).WithSummary("What the settings say otherwise than the valid configuration.");
        one.MapPost("/settings", PublishSettings).Produces<ConfigurationShown>().Refuses(PublicationAnswers.Refusals).WithSummary("Publishes what the settings say.");
        one.MapGet("/versions", Page).Refuses().WithSummary("All versions, newest first.");
        one.MapGet("/versions/{number:int}", async Task<Results<Ok<ConfigurationShown>, ProblemHttpResult>> (ConfigurationKeeper keeper, int number) =>
            await keeper.Versions.Find(ConfigurationKeeper.Kind, number).ConfigureAwait(false) is { } found ? TypedResults.Ok(ConfigurationShown.Of(keeper, found)) : Unknown(number)).Refuses(StatusCodes.Status404NotFound).WithSummary("One version.");
        one.MapGet("/versions/{number:int}/differences", Compare).Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound).WithSummary("What a version has otherwise than the one before it, or than another.");
        one.MapPost("/versions/{number:int}/restore", Restore).Produces<ConfigurationShown>().Refuses([.. PublicationAnswers.Refusals, StatusCodes.Status404NotFound]).WithSummary("Publishes an earlier version again, as a new one.");
    }

    static async Task<IResult> Put(ConfigurationKeeper keeper, HttpRequest request, HttpResponse response, bool dryRun = false)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        return wrong
            ?? (wish!.Document is not { } document ? Wrong("document is missing: give { \"version\": 3, \"comment\": \"why\", \"document\": { … } }.")
            : await Publish(keeper, request, response, wish, document, repeats: null, dryRun).ConfigureAwait(false));
    }

    static async Task<IResult> PublishSettings(ConfigurationKeeper keeper, HttpRequest request, HttpResponse response, bool dryRun = false)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        return wrong ?? await Publish(keeper, request, response, wish!, ConfigurationDocument.Write(keeper.OfSettings), repeats: null, dryRun).ConfigureAwait(false);
    }

    static async Task<IResult> Restore(ConfigurationKeeper keeper, HttpRequest request, HttpResponse response, int number, bool dryRun = false)
    {
        var (wish, wrong) = await PublicationWish.Read(request).ConfigureAwait(false);
        return wrong
            ?? (await keeper.Versions.Find(ConfigurationKeeper.Kind, number).ConfigureAwait(false) is { } found
                ? await Publish(keeper, request, response, wish!, found.Content.Text, number, dryRun).ConfigureAwait(false)
                : Unknown(number));
    }

    static async Task<IResult> Publish(
        ConfigurationKeeper keeper, HttpRequest request, HttpResponse response, PublicationWish wish, string document, int? repeats, bool dryRun)
    {
        var (expected, isHeader, wrong) = Precondition.Of(request, wish.Version, keeper.Valid.Number, isNeeded: !dryRun);
        if (wrong is not null)
        {
            return wrong;
        }

        var change = new Change(document, expected, Who(request), wish.Comment?.Trim() ?? "", repeats);
        return (dryRun ? await keeper.Check(change).ConfigureAwait(false) : await keeper.Publish(change).ConfigureAwait(false)) switch
        {
            Publication.Done done when dryRun => TypedResults.Ok(new Checked(done.Version!.Number, Told(done.Differences, request))),
            Publication.Done done => Shown(keeper, response, done.Version!, Told(done.Differences, request)),
            Publication.Wrong refused => TypedResults.Problem(
                $"The configuration is refused as a whole, and nothing has changed. Mend all of these {refused.Errors.Length}: {string.Join(' ', refused.Errors)}",
                statusCode: StatusCodes.Status400BadRequest,
                extensions: [KeyValuePair.Create("errors", (object?)refused.Errors)]),
            Publication.Outrun outrun => PublicationAnswers.Outrun(outrun, expected, isHeader),
            Publication.NotKept kept => PublicationAnswers.NotKept(kept.Why),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>Newest first; <c>before</c> is the number of the last one one has.</summary>
    static async Task<Results<Ok<IEnumerable<VersionShown>>, ProblemHttpResult>> Page(ConfigurationKeeper keeper, int? before, int limit = DefaultLimit) => limit is < 1 or > MostLimit
        ? Wrong($"limit is {limit}: give 1 to {MostLimit}.")
        : TypedResults.Ok((await keeper.Versions.Page(ConfigurationKeeper.Kind, before, limit).ConfigureAwait(false)).Select(version => VersionShown.Of(keeper, version)));

    static async Task<Results<Ok<IReadOnlyList<string>>, ProblemHttpResult>> Compare(ConfigurationKeeper keeper, HttpRequest request, int number, int? from)
    {
        var earlier = from ?? number - 1;
        var (before, after) = (
            await keeper.Versions.Find(ConfigurationKeeper.Kind, earlier).ConfigureAwait(false), await keeper.Versions.Find(ConfigurationKeeper.Kind, number).ConfigureAwait(false));
        return before is null ? Unknown(earlier)
            : after is null ? Unknown(number)
            : TypedResults.Ok(Told(Differences.Between(ConfigurationKeeper.Read(before), ConfigurationKeeper.Read(after)), request));
    }

    static IReadOnlyList<string> Told(IEnumerable<Difference> differences, HttpRequest request) => DifferenceWords.OfConfiguration(differences, Language.Of(request));

    static Ok<ConfigurationShown> Shown(ConfigurationKeeper keeper, HttpResponse response, DocumentVersion version, IReadOnlyList<string>? changes = null)
    {
        response.Headers.ETag = Precondition.Tag(version.Number);
        return TypedResults.Ok(ConfigurationShown.Of(keeper, version) with { Changes = changes });
    }

    static ProblemHttpResult Unknown(int number) => TypedResults.Problem($"There is no version {number} of the configuration.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>The change would do.</summary>
    /// <param name="Version">The valid version.</param>
    /// <param name="Changes">What it would change.</param>
    internal sealed record Checked(int Version, IReadOnlyList<string> Changes);
}
