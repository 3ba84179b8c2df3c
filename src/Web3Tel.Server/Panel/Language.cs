using Microsoft.Net.Http.Headers;

namespace Web3Tel.Server.Panel;

/// <summary>Which language a page is in: what the address asks for, else what the browser prefers, else English.</summary>
static class Language
{
    public const string Russian = "ru";
    public const string English = "en";

    public static string Of(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        return asked is Russian or English ? asked : Preferred(request);
    }

    /// <summary>The same, for what is told in words.</summary>
    public static Web3Tel.Speech.Language Told(HttpRequest request) => Of(request) == Russian ? Web3Tel.Speech.Language.Russian : Web3Tel.Speech.Language.English;

    static string Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(Primary)
        .FirstOrDefault(language => language is Russian or English) ?? English;

    static string Primary(StringWithQualityHeaderValue language) => language.Value.ToString().Split('-')[0].ToLowerInvariant();
}
