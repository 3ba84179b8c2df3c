using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Telephones;

/// <summary>Tells FreeSWITCH (<c>mod_xml_curl</c>) of operators' telephones, so that one who has just been added can register.</summary>
static class DirectoryDesk
{
    const string Path = "/freeswitch/directory";

    /// <summary>The user that FreeSWITCH comes as; the token is the password.</summary>
    const string User = "web3tel";

    public static void MapDirectory(this IEndpointRouteBuilder routes) => routes.MapPost(Path, Answer).ExcludeFromDescription();

    static async Task<IResult> Answer(HttpContext context, CurrentSettings current)
    {
        var settings = current.Value;
        if (settings.Directory.Token.Length == 0)
        {
            return Results.NotFound();
        }

        if (context.Connection.RemoteIpAddress is not { } from || !settings.Outbound.Allow.Any(network => Contains(network, from)))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!Proves(context.Request.Headers.Authorization.ToString(), settings.Directory.Token))
        {
            return Results.Unauthorized();
        }

        var asked = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        return Results.Content(Found(settings, asked["user"].ToString(), asked["domain"].ToString()).ToString(SaveOptions.DisableFormatting), "text/xml", Encoding.UTF8);
    }

    static XElement Found(ServiceSettings settings, string user, string domain) =>
        domain.Equals(settings.Directory.Domain, StringComparison.OrdinalIgnoreCase)
        && settings.PhonePasswords.TryGetValue(user, out var password)
        && settings.CallCenter.Agents.FirstOrDefault(agent => agent.Id == user) is { } agent
            ? DirectoryEntry.Of(agent, password, settings.Directory.Domain)
            : DirectoryEntry.None;

    static bool Contains(IPNetwork network, IPAddress address) => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    static bool Proves(string header, string token) =>
        AuthenticationHeaderValue.TryParse(header, out var proof) && proof.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && proof.Parameter is { } given
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{token}"))));
}
