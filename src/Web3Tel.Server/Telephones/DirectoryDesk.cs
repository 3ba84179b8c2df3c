using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Verto;

namespace Web3Tel.Server.Telephones;

/// <summary>Tells FreeSWITCH (<c>mod_xml_curl</c>) of operators' telephones, so that one who has just been added can register.</summary>
static class DirectoryDesk
{
    const string Path = "/freeswitch/directory";

    /// <summary>What FreeSWITCH asks for when it rings somebody. What it asks for while it lets a telephone in cannot wait for that.</summary>
    const string Call = "user_call";

    /// <summary>The user that FreeSWITCH comes as; the token is the password.</summary>
    const string User = "web3tel";

    public static void MapDirectory(this IEndpointRouteBuilder routes) => routes.MapPost(Path, Answer).ExcludeFromDescription();

    static async Task<IResult> Answer(HttpContext context, CurrentSettings current, VertoKey verto, BrowserTelephones telephones)
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
        var (user, action) = (asked["user"].ToString(), asked["action"].ToString());
        var isInBrowser = action == Call && await telephones.IsThere(user).ConfigureAwait(false);
        return Results.Content(Found(settings, verto, isInBrowser, user, asked["domain"].ToString(), action).ToString(SaveOptions.DisableFormatting), "text/xml", Encoding.UTF8);
    }

    /// <remarks>Of a telephone that is to register with a password which we do not know FreeSWITCH's own directory tells.</remarks>
    static XElement Found(ServiceSettings settings, VertoKey verto, bool isInBrowser, string user, string domain, string action) =>
        domain.Equals(settings.Directory.Domain, StringComparison.OrdinalIgnoreCase)
        && settings.CallCenter.Agents.FirstOrDefault(agent => agent.Id == user) is { } agent
        && settings.PhonePasswords.GetValueOrDefault(user) is var password
        && (password is not null || (settings.Verto.Url is not null && action != "sip_auth"))
            ? DirectoryEntry.Of(
                agent,
                password,
                settings.Verto.Url is null ? null : PhonePassword.Of(user, settings.Directory.Domain, verto.PasswordOf(user)),
                isInBrowser,
                settings.Directory.Domain)
            : DirectoryEntry.None;

    static bool Contains(IPNetwork network, IPAddress address) => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    static bool Proves(string header, string token) =>
        AuthenticationHeaderValue.TryParse(header, out var proof) && proof.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && proof.Parameter is { } given
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{token}"))));
}
