using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Web3Tel.Server.Api;

/// <summary>Reads the parameters of an address or a form. Everything that is wrong is told at once, by the parameter's name.</summary>
class Parameters
{
    readonly IQueryCollection given;

    /// <param name="given">The parameters. Empty ones are as if they were not there: a form sends all it has.</param>
    /// <param name="known">Those there are.</param>
    public Parameters(IQueryCollection given, IReadOnlyCollection<string> known)
    {
        this.given = given;
        foreach (var key in given.Keys.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            // One that was misspelt would otherwise find everything.
            Refuse(key, $"is no parameter here: give {string.Join(", ", known)}.");
        }
    }

    /// <summary>What is wrong, by parameter; none when all is well.</summary>
    public SortedDictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    public void Refuse(string name, string why) => Errors.TryAdd(name, why);

    /// <summary>What is wrong, as an answer.</summary>
    public ProblemHttpResult Problem() => TypedResults.Problem(
        string.Join('\n', Errors.Select(error => $"{error.Key} {error.Value}")),
        statusCode: StatusCodes.Status400BadRequest,
        extensions: [KeyValuePair.Create<string, object?>("errors", Errors)]);

    public string? Text(string name)
    {
        var values = given[name];
        if (values.Count > 1)
        {
            Refuse(name, "is there more than once: give it once.");
        }

        return values is [{ } text, ..] && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    /// <inheritdoc cref="MomentText.TryRead"/>
    public DateTimeOffset? Moment(string name, TimeZoneInfo zone, bool endOfDay)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (MomentText.TryRead(text, zone, endOfDay, out var moment))
        {
            return moment;
        }

        Refuse(name, $"is \"{text}\": {MomentText.Wanted}");
        return null;
    }

    public int Number(string name, int fallback, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, $"is \"{text}\": give {least} to {most}.");
        return fallback;
    }
}
