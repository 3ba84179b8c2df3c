using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.SetUp;
using Web3Tel.Server.Storage;
using Web3Tel.Speech;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>The whole set-up as one file: taken away, looked at, brought in.</summary>
static class SetUpApi
{
    const string Zip = "application/zip";

    public static void MapSetUp(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/set-up");
        all.MapGet("", Export).Produces<Stream>(StatusCodes.Status200OK, Zip).WithSummary("Configuration, scenarios and prompts as one ZIP; secrets and accounts are not in it.");
        all.MapPost("", Import).Produces<Shown>().Accepts<IFormFile>(Zip, "application/octet-stream")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status412PreconditionFailed, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status428PreconditionRequired, StatusCodes.Status507InsufficientStorage)
            .WithSummary("Brings such a ZIP in; dryRun only looks, and tells all changes, notes and the mark that the real one has to give as If-Match.");
    }

    static PushStreamHttpResult Export(HttpRequest request, SetUpWriter writer, TimeProvider time) => TypedResults.Stream(
        async to =>
        {
            // A ZIP is written backwards and forwards: the answer only forwards.
            await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
            await writer.Write(file, Who(request), request.HttpContext.RequestAborted).ConfigureAwait(false);
            file.Position = 0;
            await file.CopyToAsync(to, request.HttpContext.RequestAborted).ConfigureAwait(false);
        },
        Zip,
        $"web3tel-{time.GetUtcNow():yyyy-MM-dd}.zip");

    static async Task<IResult> Import(HttpRequest request, SetUpKeeper keeper, string? comment, bool dryRun = false)
    {
        var language = Panel.Language.Told(request);
        var expected = request.GetTypedHeaders().IfMatch is [var one] ? one.Tag.ToString().Trim('"') : null;
        if (!dryRun && expected is null)
        {
            return TypedResults.Problem("Look first, with dryRun=true, and give the mark of the answer as the header If-Match.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        // What is too much is told in words, and not by the server's own limit.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        string[] Told(IEnumerable<SetUpNote> notes) => [.. notes.Select(note => Phrases.In(language, note.English, note.Russian))];
        try
        {
            await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose);
            if (!await Receive(request.Body, file, request.HttpContext.RequestAborted).ConfigureAwait(false))
            {
                return TypedResults.Problem(
                    Phrases.In(language, $"The file is larger than {SetUpLimits.MostPacked / 1_000_000} MB.", $"Файл больше {SetUpLimits.MostPacked / 1_000_000} МБ."), statusCode: StatusCodes.Status413PayloadTooLarge);
            }

            file.Position = 0;
            var verdict = dryRun
                ? await keeper.Check(file, Who(request), request.HttpContext.RequestAborted).ConfigureAwait(false)
                : await keeper.Publish(file, Who(request), comment?.Trim() ?? "", expected!, request.HttpContext.RequestAborted).ConfigureAwait(false);
            return verdict.IsOutrun
                ? TypedResults.Problem(
                    Phrases.In(language, "Somebody has published meanwhile: look at the file once more.", "Тем временем кто-то опубликовал изменения: проверьте файл ещё раз."), statusCode: StatusCodes.Status412PreconditionFailed)
                : verdict.Errors.Length > 0
                ? TypedResults.Problem(
                    Phrases.In(language, "The file is refused as a whole, and nothing has changed.", "Файл отклонён целиком, ничего не изменилось."),
                    statusCode: StatusCodes.Status400BadRequest,
                    extensions: [KeyValuePair.Create("errors", (object?)verdict.Errors.Select(error => new { error.Key, What = error.In(language) }))])
                : TypedResults.Ok(new Shown(verdict.IsPublished, Told(verdict.Changes), Told(verdict.Notes), verdict.Mark));
        }
        catch (Exception e) when (e is PromptException || Damage.IsTroubleOfTheDisk(e))
        {
            return TypedResults.Problem(
                Phrases.In(language, $"The disk does not take it ({e.Message}), and nothing has changed.", $"Диск не принимает данные ({e.Message}), ничего не изменилось."),
                statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    static async Task<bool> Receive(Stream from, FileStream to, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        for (int read; (read = await from.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (to.Length + read > SetUpLimits.MostPacked)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>What was brought in, or would be.</summary>
    /// <param name="IsPublished">Whether it is valid now.</param>
    /// <param name="Changes">What it changes.</param>
    /// <param name="Notes">What to know besides.</param>
    /// <param name="Mark">What is valid, in a word.</param>
    internal sealed record Shown(bool IsPublished, IReadOnlyList<string> Changes, IReadOnlyList<string> Notes, string Mark);
}
