using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.Accounts;

/// <summary>What tests of accounts share: a service whose people sign in as a browser does.</summary>
public abstract partial class AccountTest() : RunningServiceTest(connected: true)
{
    protected const string Password = "correct horse";

    readonly List<HttpClient> clients = [];

    private protected AccountKeeper Keeper => Service.Services.GetRequiredService<AccountKeeper>();

    private protected string Link => Service.Services.GetRequiredService<FirstAdministrator>().Link;

    public override async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser that follows no redirections.</summary>
    protected HttpClient NewClient()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Service.Address };
        clients.Add(client);
        return client;
    }

    /// <summary>Fills in the form of a page and sends it.</summary>
    protected static Task<HttpResponseMessage> Send(HttpClient client, string page, string form, params (string Name, string Value)[] fields) => Send(client, page, form, page, fields);

    /// <param name="post">Where it is sent to, if not to the page itself.</param>
    protected static async Task<HttpResponseMessage> Send(HttpClient client, string page, string form, string post, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = FormToken().Match(html).Groups[1].Value;
        using var content = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("_handler", form), new("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(post, UriKind.Relative), content);
    }

    protected static Task<HttpResponseMessage> SignIn(HttpClient client, string name, string password = Password, string page = "/sign-in") =>
        Send(client, page, "sign-in", ("Name", name), ("Password", password));

    private protected async Task<HttpClient> SignedIn(string name, Role role, string? @operator = null, params string[] queues)
    {
        var fault = await Keeper.Create("test", name, Password, new AccountWish(role, @operator, [.. queues]));
        if (fault is not null)
        {
            throw new InvalidOperationException($"{name}: {fault}");
        }

        var client = NewClient();
        using var answer = await SignIn(client, name);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{name} was not let in.");
    }

    protected static async Task<HttpStatusCode> Status(HttpClient client, string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    protected static async Task<JsonArray> List(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsArray();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
