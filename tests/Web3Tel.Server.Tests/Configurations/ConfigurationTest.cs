using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

/// <summary>What tests of the published configuration share: it is read, changed and published over HTTP, as its users do.</summary>
public abstract class ConfigurationTest() : RunningServiceTest(connected: true)
{
    private protected const string Address = "/api/configuration";

    private protected Task<JsonNode> Valid() => Service.Get(Address);

    private protected async Task<int> Version() => (int)(await Valid())["version"]!;

    /// <summary>Publishes what is valid with a change.</summary>
    private protected async Task<JsonNode> Publish(Action<JsonObject> change, string by = "olga", string comment = "", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var valid = await Valid();
        change(valid["document"]!.AsObject());
        return await Put(valid["document"]!, (int)valid["version"]!, by, comment, expected);
    }

    private protected Task<JsonNode> Put(JsonNode document, int version, string by = "olga", string comment = "", HttpStatusCode expected = HttpStatusCode.OK, string query = "") => Send(
        HttpMethod.Put, Address + query, new JsonObject { ["version"] = version, ["comment"] = comment, ["document"] = document.DeepClone() }, by, expected);

    private protected async Task<JsonNode> Send(
        HttpMethod method, string path, JsonNode? body, string by = "olga", HttpStatusCode expected = HttpStatusCode.OK, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Web3Tel-By", by);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await Service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(expected, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private protected async Task<string[]> Waiting(string queue) =>
        [.. (await Service.Get("/api/calls")).AsArray().Where(call => (string?)call!["state"] == "waiting" && (string?)call["queue"] == queue).Select(call => (string)call!["number"]!)];

    /// <summary>Until exactly these wait, in this order: another thread may still be at what was before.</summary>
    private protected Task Wait(string queue, params string[] numbers) => Eventually.Holds(async () => (await Waiting(queue)).Should().Equal(numbers));

    private protected async Task<string?> StateOf(string number) =>
        (string?)(await Service.Get("/api/calls")).AsArray().Single(call => (string?)call!["number"] == number)!["state"];

    private protected async Task<JsonNode?> Operator(string id) => (await Service.Get("/api/operators")).AsArray().SingleOrDefault(one => (string?)one!["id"] == id);

    private protected static JsonObject Queue(JsonObject document, string name) => Entry(document, "Queues", "Name", name);

    private protected static JsonObject Operator(JsonObject document, string id) => Entry(document, "Operators", "Id", id);

    private protected static void Remove(JsonObject document, string list, string key, string name) => document[list]!.AsArray().Remove(Entry(document, list, key, name));

    static JsonObject Entry(JsonObject document, string list, string key, string name) => document[list]!.AsArray().Single(one => (string?)one![key] == name)!.AsObject();
}
