using Web3Tel.Server.Accounts;

namespace Web3Tel.Server.Verto;

/// <summary>The address of telephones in the browser: a WebSocket, for the operator whose desk it is.</summary>
static class VertoDesk
{
    const string Path = "/verto";

    static readonly WebSocketAcceptContext Kept = new() { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(15) };

    public static void AddVerto(this IServiceCollection services, string data) => services
        .AddSingleton(_ => VertoKey.In(data))
        .AddSingleton<BrowserTelephones>();

    public static void MapVerto(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Serve).ExcludeFromDescription();

    static async Task Serve(HttpContext context, BrowserTelephones telephones, AccountKeeper keeper)
    {
        var visitor = context.Visitor();
        var agent = telephones.Of(OperatorOf(visitor, context.Request));
        var refusal = !telephones.AreThere ? (StatusCodes.Status404NotFound, "There is no telephone in the browser: set Web3Tel:Verto:Url.")
            : !context.WebSockets.IsWebSocketRequest ? (StatusCodes.Status400BadRequest, "This is the address of the telephone in the browser: it speaks WebSocket.")
            : visitor.IsProgram ? (StatusCodes.Status403Forbidden, "The telephone takes a session of the panel, not a token.")
            : !IsFromOwnPage(context.Request) ? (StatusCodes.Status403Forbidden, "Only a page of this service may ask for this.")
            : agent is null ? (StatusCodes.Status403Forbidden, $"{visitor.Name} is no operator whose telephone is user/<id>.")
            : ((int, string)?)null;
        if (refusal is var (status, why))
        {
            await Results.Problem(why, statusCode: status).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        var session = $"{visitor.Account}/{AccountKeeper.BrowserOf(context.User)}";
        using var browser = await context.WebSockets.AcceptWebSocketAsync(Kept).ConfigureAwait(false);
        await telephones.Serve(
            browser,
            agent!,
            session,
            () => keeper.VisitorOf(context.User) is { } now && OperatorOf(now, context.Request) == agent!.Id,
            context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>An account has its own; where nobody signs in one chooses.</summary>
    static string? OperatorOf(Visitor visitor, HttpRequest request) => visitor.IsAnybody ? request.Query["operator"].ToString() : visitor.Operator;

    /// <summary>A browser always says from where; whoever does not is none.</summary>
    static bool IsFromOwnPage(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
