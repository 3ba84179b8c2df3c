using System.Net;
using Microsoft.Net.Http.Headers;
using Web3Tel.Server.Hosting;
using Web3Tel.Speech;

namespace Web3Tel.Server.Accounts;

/// <summary>Every request passes here: who comes, and whether they may.</summary>
sealed class Gate(RequestDelegate next, AccountKeeper keeper, CallCenterService center)
{
    const string Bearer = "Bearer ";

    /// <summary>By any of these a proxy gives itself away.</summary>
    static readonly string[] Forwarded = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    public Task Invoke(HttpContext context)
    {
        if (IsForeign(context.Request))
        {
            return Forbid(context, "Another site's page may not ask for this.");
        }

        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null)
        {
            return next(context);
        }

        if (keeper.VisitorOf(context.User, TokenOf(context.Request)) is not { } visitor)
        {
            return AskToSignIn(context);
        }

        if (visitor.IsAnybody && IsByAnotherName(context.Request))
        {
            // A page of another site can make its own name lead to this machine, and a proxy on it may bring in the whole world.
            return Forbid(
                context,
                $"Without accounts this is for loopback only, not as {context.Request.Host} nor through a proxy: make the first administrator by the link on the console, or set Web3Tel:Http:SignIn=Never when something in front of it asks who comes.");
        }

        if (endpoint.Metadata.GetMetadata<DemandsAttribute>() is { } demand && Refusal(demand, visitor, context.Request) is { } refusal)
        {
            return Forbid(context, refusal);
        }

        context.Features.Set(visitor);
        return IsLasting(context.Request) ? PassWhileKnown(context) : next(context);
    }

    string? Refusal(DemandsAttribute demand, Visitor visitor, HttpRequest request)
    {
        var (state, id, language) = (center.Current, $"{request.RouteValues.GetValueOrDefault("id")}", IsPage(request) ? Panel.Language.Told(request) : Language.English);
        return demand.Reach switch
        {
            Reach.Everything => visitor.ToAll(demand.Permission, language),
            Reach.Own => visitor.To(demand.Permission, language),
            Reach.Operator => visitor.ToOperator(state, id, language),
            Reach.OtherOperator => visitor.ToOther(state, id, language),
            Reach.Conversation => visitor.ToConversation(state, id, language),
            Reach.Call => visitor.ToCall(state, id, language),
        };
    }

    static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    /// <summary>A browser says from which site's page something is asked; programs say nothing.</summary>
    static bool IsForeign(HttpRequest request)
    {
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.HttpContext.WebSockets.IsWebSocketRequest)
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    bool IsByAnotherName(HttpRequest request) => !keeper.IsWithoutSignIn
        && (Forwarded.Any(request.Headers.ContainsKey)
            || (!string.Equals(request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
                && !(IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address))));

    /// <summary>What stays open for hours.</summary>
    static bool IsLasting(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal) || request.Path.StartsWithSegments("/api/events", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/verto", StringComparison.Ordinal);

    /// <summary>Cut off at once when the visitor may no longer come in.</summary>
    async Task PassWhileKnown(HttpContext context)
    {
        var token = TokenOf(context.Request);
        using var watching = keeper.Rolls.Subscribe(_ =>
        {
            if (keeper.VisitorOf(context.User, token) is null)
            {
                context.Abort();
            }
        });
        await next(context).ConfigureAwait(false);
    }

    static Task AskToSignIn(HttpContext context)
    {
        if (!IsPage(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Problem(
                $"Sign in at /sign-in, or send the header {HeaderNames.Authorization}: Bearer <token>, with a token that an administrator has issued and that has not expired.",
                statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }

        var wanted = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect("/sign-in" + (wanted == "/" ? "" : QueryString.Create("to", wanted)));
        return Task.CompletedTask;
    }

    static Task Forbid(HttpContext context, string why)
    {
        if (!IsPage(context.Request))
        {
            return Results.Problem(why, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }

        return Results.Text($"{why}\n", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    static bool IsPage(HttpRequest request) => request.Path.Value is var path
        && !path!.StartsWith("/api", StringComparison.Ordinal) && !path.StartsWith("/openapi", StringComparison.Ordinal) && !path.StartsWith("/_", StringComparison.Ordinal)
        && path != "/verto";
}
