using System.Text.Json;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>What somebody wants to publish. What <c>GET</c> answers can be given back with changes: what else stands there is not looked at.</summary>
/// <param name="Version">The version it was made from; null when the body does not say.</param>
/// <param name="Comment">Why.</param>
/// <param name="Document">The document as JSON; null for none.</param>
sealed record PublicationWish(int? Version, string? Comment, string? Document)
{
    const int MostBytes = 4_000_000;

    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static async Task<(PublicationWish? Wish, IResult? Wrong)> Read(HttpRequest request)
    {
        using var body = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await request.Body.ReadAsync(part, request.HttpContext.RequestAborted).ConfigureAwait(false) is > 0 and var count)
        {
            body.Write(part, 0, count);
            if (body.Length > MostBytes)
            {
                return (null, TypedResults.Problem($"The body is too long: give at most {MostBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge));
            }
        }

        if (body.Length == 0)
        {
            return (new PublicationWish(null, null, null), null);
        }

        try
        {
            body.Position = 0;
            using var json = await JsonDocument.ParseAsync(body, Lenient).ConfigureAwait(false);
            return Of(json.RootElement);
        }
        catch (JsonException e)
        {
            return (null, Wrong($"The body is no JSON: {e.Message}"));
        }
    }

    static (PublicationWish? Wish, IResult? Wrong) Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, Wrong("The body is no object: give { \"version\": 3, \"comment\": \"why\", \"document\": { … } }."));
        }

        int? version = body.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var one) ? one : null;
        var comment = body.TryGetProperty("comment", out var why) && why.ValueKind == JsonValueKind.String ? why.GetString() : null;
        return number.ValueKind is not JsonValueKind.Undefined && version is null
            ? (null, Wrong($"version is {number}: give the number of the version the change was made from."))
            : (new PublicationWish(version, comment, body.TryGetProperty("document", out var document) ? document.GetRawText() : null), null);
    }
}
