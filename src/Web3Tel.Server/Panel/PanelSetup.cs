using Web3Tel.Server.Accounts;
using Web3Tel.Server.Api;
using Web3Tel.Server.Panel.Parts;

namespace Web3Tel.Server.Panel;

/// <summary>The page.</summary>
static class PanelSetup
{
    // Nothing from elsewhere, nothing inline: what a caller calls themselves stays text whatever happens.
    const string Policy = "default-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'none'";

    /// <summary>Bytes of a document in the workshop.</summary>
    const int MostTyped = 1_000_000;

    public static void AddPanel(this IServiceCollection services)
    {
        services.AddSingleton<WallFeed>();
        services.AddSingleton<DayFigures>();
        services.AddSingleton<DayLines>();
        services.AddSingleton<NoteTaking>();
        services.AddSingleton<CallerPast>();
        services.AddScoped<CircuitVisitor>();
        services.AddScoped<Commander>();
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = MostTyped);
    }

    /// <summary>Before anything can answer.</summary>
    public static void UsePageHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // Not no-referrer: a browser would then not say that a form is from here, either.
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        Language.Keep(context);
        return next();
    });

    public static void MapPanel(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().OpenToAll();
        app.MapSignOut();
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
    }
}
