namespace Web3Tel.Server.Api;

/// <summary>What the document says of the answers of an endpoint, where its return type does not.</summary>
static class Answers
{
    /// <summary>Problem details of each of these; of 400 when none is named.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses is [] ? [StatusCodes.Status400BadRequest] : statuses)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }

    /// <summary>A command that is obeyed (204), or refused with what is wrong and what to do.</summary>
    public static RouteHandlerBuilder Commands(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable);
}
