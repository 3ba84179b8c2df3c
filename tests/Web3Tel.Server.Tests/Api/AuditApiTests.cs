using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class AuditApiTests() : RunningServiceTest(connected: true)
{
    const int Commands = 1_100;

    [Fact]
    public async Task All_of_the_trail_is_paged_through_also_after_a_restart_without_the_history()
    {
        for (var i = 0; i < Commands; i++)
        {
            var what = i % 2 == 0 ? "break" : "ready";
            using var answer = await Service.Http.PostAsJsonAsync(new Uri($"/api/operators/1001/{what}", UriKind.Relative), new { reason = "break" }, TestContext.Current.CancellationToken);
            answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        await Eventually.Holds(async () => (await All(400)).Should().HaveCount(Commands));
        var before = await All(400);
        before.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
        (await Service.Get("/api/audit")).AsArray().Should().HaveCount(1_000, "the newest, where nothing is asked for");

        await Restart(() => File.Delete(Folder["history.db"]));
        (await All(7)).Should().Equal(before);
    }

    [Fact]
    public async Task A_limit_that_is_none_is_refused()
    {
        using var answer = await Service.Http.GetAsync(new Uri("/api/audit?limit=0", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["detail"]!.ToString().Should().Be("limit is 0: give 1 to 1000.");
    }

    /// <summary>Their numbers, page by page.</summary>
    async Task<List<long>> All(int limit)
    {
        var all = new List<long>();
        while ((await Service.Get($"/api/audit?limit={limit}{(all is [.., var last] ? $"&before={last}" : "")}")).AsArray() is { Count: > 0 } page)
        {
            page.Count.Should().BeLessThanOrEqualTo(limit);
            all.AddRange(page.Select(record => record!["number"]!.GetValue<long>()));
        }

        return all;
    }
}
