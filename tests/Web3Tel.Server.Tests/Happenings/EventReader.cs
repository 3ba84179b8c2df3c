using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Tests.Happenings;

/// <summary>Somebody who reads the events of the service, as a browser does.</summary>
sealed class EventReader : IAsyncDisposable
{
    readonly HttpResponseMessage response;
    readonly IAsyncEnumerator<SseItem<string>> events;

    EventReader(HttpResponseMessage response, Stream stream)
    {
        this.response = response;
        events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public string? LastId { get; private set; }

    public static async Task<EventReader> Open(HttpClient http, string? last = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events" + query);
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventReader(response.EnsureSuccessStatusCode(), await response.Content.ReadAsStreamAsync());
    }

    /// <summary>What is told until everything is known, that excluded.</summary>
    public async Task<List<(string Type, JsonNode Data)>> Batch()
    {
        var batch = new List<(string, JsonNode)>();
        while (await events.MoveNextAsync())
        {
            if (events.Current.EventType == "current")
            {
                LastId = events.Current.EventId;
                return batch;
            }

            batch.Add((events.Current.EventType, JsonNode.Parse(events.Current.Data)!));
        }

        throw new EndOfStreamException();
    }

    /// <summary>The first of these events; what comes before it is passed over.</summary>
    public async Task<JsonNode> Until(string type, Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            foreach (var (told, data) in await Batch())
            {
                if (told == type && wanted(data))
                {
                    return data;
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        await Task.CompletedTask;
    }
}
