using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace Web3Tel.Server.Panel;

/// <summary>Which language a page is in: what the address asks for, else what it asked for last, else what the browser prefers, else English.</summary>
static class Language
{
    public const string Russian = "ru";
    public const string English = "en";

    const string Kept = "web3tel-language";

    public static string Of(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        return asked is Russian or English ? asked
            : request.Cookies[Kept] is Russian or English ? request.Cookies[Kept]!
            : Preferred(request);
    }

    /// <summary>A page in the language that was asked for is not the last one.</summary>
    public static void Keep(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is Russian or English && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Response.Cookies.Append(
                Kept, context.Request.Query["lang"].ToString(), new CookieOptions { HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), Secure = context.Request.IsHttps });
        }
    }

    /// <summary>The same, for what is told in words.</summary>
    public static Web3Tel.Speech.Language Told(HttpRequest request) => Of(request) == Russian ? Web3Tel.Speech.Language.Russian : Web3Tel.Speech.Language.English;

    static string Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(Primary)
        .FirstOrDefault(language => language is Russian or English) ?? English;

    static string Primary(StringWithQualityHeaderValue language) => language.Value.ToString().Split('-')[0].ToLowerInvariant();
}
