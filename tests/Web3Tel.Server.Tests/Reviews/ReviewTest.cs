using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Web3Tel.Server.Tests.Recordings;

namespace Web3Tel.Server.Tests.Reviews;

/// <summary>What tests of reviews share: a form of two criteria, and who says what by the API.</summary>
public abstract class ReviewTest : RecordingServiceTest
{
    internal static Dictionary<string, string?> Card => new()
    {
        ["Web3Tel:ScoreCard:0:Id"] = "greeting",
        ["Web3Tel:ScoreCard:0:Name"] = "Greeting",
        ["Web3Tel:ScoreCard:0:RussianName"] = "Приветствие",
        ["Web3Tel:ScoreCard:0:MostPoints"] = "4",
        ["Web3Tel:ScoreCard:0:Text"] = "Says the name",
        ["Web3Tel:ScoreCard:1:Id"] = "answer",
        ["Web3Tel:ScoreCard:1:MostPoints"] = "10",
        ["Web3Tel:ScoreCard:1:Weight"] = "3",
    };

    private protected override Dictionary<string, string?> More { get; } = Card;

    private protected Task<HttpResponseMessage> Mark(string id, double at, string text, string by = "olga") => Send(HttpMethod.Post, $"{id}/remarks", by, new { at, text });

    private protected Task<HttpResponseMessage> Judge(string id, int greeting, int answer, string by = "olga", string comment = "") =>
        Send(HttpMethod.Put, $"{id}/score", by, new { points = new { greeting, answer }, comment });

    private protected async Task<HttpResponseMessage> Send(HttpMethod method, string path, string by, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/recordings/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body), Headers = { { "X-Web3Tel-By", by } } };
        return await Service.Http.SendAsync(request);
    }

    private protected static async Task<string> Detail(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == expected ? JsonNode.Parse(text)!["detail"]!.ToString() : throw new InvalidOperationException($"{answer.StatusCode}: {text}");
    }

    private protected async Task<JsonNode> Review(string id) => await Service.Get($"/api/recordings/{id}/review");
}
