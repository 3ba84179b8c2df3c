using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>From which version a change was made: two who change the same at once must not undo each other's.</summary>
static class Precondition
{
    public static string Tag(int version) => $"\"{version}\"";

    /// <param name="version">What the body says; null for nothing.</param>
    /// <param name="valid">The valid version.</param>
    /// <param name="isNeeded">Whether it is wrong not to say.</param>
    /// <param name="address">Where the valid version is read.</param>
    public static (int Expected, bool IsHeader, ProblemHttpResult? Wrong) Of(HttpRequest request, int? version, int valid, bool isNeeded, string address = "/api/configuration")
    {
        var given = request.GetTypedHeaders().IfMatch;
        if (given.Count == 0)
        {
            return version is null && isNeeded
                ? (0, false, TypedResults.Problem(
                    $"From which version is the change? Give it as \"version\" in the body, or as the header If-Match: {Tag(valid)}. GET {address} has it{(valid == 0 ? "; 0 is for one that is not there yet" : "")}.",
                    statusCode: StatusCodes.Status428PreconditionRequired))
                : (version ?? valid, false, null);
        }

        var expected = given is [var one] ? Read(one, valid) : null;
        return expected is null ? (0, true, Wrong($"If-Match is {string.Join(", ", given)}: give one version, such as {Tag(valid)}."))
            : version is { } other && other != expected ? (0, true, Wrong($"If-Match is {expected}, and the body says version {other}: give one of them."))
            : (expected.Value, true, null);
    }

    static int? Read(EntityTagHeaderValue tag, int valid) =>
        tag == EntityTagHeaderValue.Any ? valid
        : int.TryParse(tag.Tag.AsSpan().Trim('"'), out var number) ? number
        : null;
}
