using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Web3Tel.Server.Tests.Information;

/// <summary>A server of the web that answers as the test says.</summary>
sealed class FaultyWeb : IAsyncDisposable
{
    readonly WebApplication app;

    FaultyWeb(WebApplication app) => this.app = app;

    public Uri Address => new($"{app.Urls.Single()}/weather");

    public static async Task<FaultyWeb> Start(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/weather", (RequestDelegate)(context => answer(context)));
        await app.StartAsync();
        return new FaultyWeb(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
