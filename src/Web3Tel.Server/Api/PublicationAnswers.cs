using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Server.Configurations;

namespace Web3Tel.Server.Api;

/// <summary>Answers to whoever wants to publish, whatever it is.</summary>
static class PublicationAnswers
{
    /// <summary>What a publication can be refused with.</summary>
    public static readonly int[] Refusals =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status428PreconditionRequired, StatusCodes.Status507InsufficientStorage,
    ];

    /// <param name="of">Of what, such as <c> of main</c>.</param>
    /// <param name="expected">The version the change was made from.</param>
    /// <param name="isHeader">Whether a header said so.</param>
    public static ProblemHttpResult Outrun(Publication.Outrun outrun, int expected, bool isHeader, string of = "") => TypedResults.Problem(
        $"Version {outrun.Valid.Number}{of}, which {outrun.Valid.Content.By} published, is valid, and yours was made from version {expected}. Read it, make your change in it, and give it again.",
        statusCode: isHeader ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict,
        extensions: [KeyValuePair.Create("version", (object?)outrun.Valid.Number)]);

    public static ProblemHttpResult NotKept(string why) => TypedResults.Problem(
        $"The disk does not take it ({why}), and nothing has changed. Free or mend the disk, and give it again.", statusCode: StatusCodes.Status507InsufficientStorage);
}
