using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.Prompts;

/// <summary>What tests of prompts share: a service that greets with one, and has a voice.</summary>
public abstract class PromptTest() : RunningServiceTest(connected: true)
{
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Greeting"] = "prompt:welcome",
        ["Web3Tel:Prompts:MostMegabytes"] = "1",
        ["Web3Tel:Prompts:LongestSeconds"] = "3",
        ["Web3Tel:Speech:Program"] = "/bin/sh",
        ["Web3Tel:Speech:LongestSeconds"] = "60",
        ["Web3Tel:Speech:Arguments:0"] = "-c",
        ["Web3Tel:Speech:Arguments:1"] = "printf '%s' \"$0\" > \"$1\"",
        ["Web3Tel:Speech:Arguments:2"] = "{text}",
        ["Web3Tel:Speech:Arguments:3"] = "{file}",
    };

    private protected string Prompts => Folder["prompts"];

    private protected async Task<JsonNode> Upload(string name, byte[] sound, HttpStatusCode expected = HttpStatusCode.OK, string query = "")
    {
        using var body = new ByteArrayContent(sound);
        using var response = await Service.Http.PutAsync(new Uri($"/api/prompts/{name}{query}", UriKind.Relative), body);
        return await Read(response, expected);
    }

    private protected async Task<JsonNode> Write(string name, string? text, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Service.Http.PutAsJsonAsync($"/api/prompts/{name}/text", new { text });
        return await Read(response, expected);
    }

    private protected async Task<JsonNode?> Delete(string name, HttpStatusCode expected)
    {
        using var response = await Service.Http.DeleteAsync(new Uri($"/api/prompts/{name}", UriKind.Relative));
        return await Read(response, expected);
    }

    private protected Task<byte[]> Hear(string name) => Service.Http.GetByteArrayAsync(new Uri($"/api/prompts/{name}/audio", UriKind.Relative));

    /// <summary>What a caller hears first.</summary>
    private protected async Task<string> Greeting()
    {
        var call = Telephony.Call("111");
        return await Eventually.Gives(() => call.Played.First());
    }

    static async Task<JsonNode> Read(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.StatusCode == expected ? JsonNode.Parse(text.Length == 0 ? "{}" : text)! : throw new InvalidOperationException($"{response.StatusCode}: {text}");
    }
}
