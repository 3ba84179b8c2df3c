using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed partial class AuditApiTests() : RunningServiceTest(connected: true)
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

        (await OnThePage("?lang=ru&act=Break")).Should().Equal(Enumerable.Repeat("api отправлен на перерыв Anna (1001) break", Commands / 2));
        (await OnThePage("?lang=en&act=Ready&by=AP")).Should().Equal(Enumerable.Repeat("api made ready Anna (1001)", Commands / 2));
        (await OnThePage("?lang=ru&by=nobody")).Should().BeEmpty();

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

    [Fact]
    public async Task Who_it_was_stays_text_on_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/operators/1001/break", UriKind.Relative)) { Content = JsonContent.Create(new { reason = "break" }) };
        request.Headers.Add("X-Web3Tel-By", "<i>eve</i>");
        using var answer = await Service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Service.Http.GetStringAsync(new Uri("/audit", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("&lt;i&gt;eve").And.NotContain("<i>eve");
    }

    /// <summary>Who, what and to whom, page by page as the links lead.</summary>
    async Task<List<string>> OnThePage(string query)
    {
        var all = new List<string>();
        for (var next = $"/audit{query}"; next is not null;)
        {
            var html = WebUtility.HtmlDecode(await Service.Http.GetStringAsync(new Uri(next, UriKind.Relative), TestContext.Current.CancellationToken));
            all.AddRange(Row().Matches(html).Select(row => Tags().Replace(row.Groups[1].Value, " ").Trim()).Select(text => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))));
            next = Older().Match(html) is { Success: true } link ? $"/{link.Groups[1].Value}" : null;
        }

        return all;
    }

    [GeneratedRegex("<tr><td>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("href=\"(audit[^\"]*before=[^\"]*)\"")]
    private static partial Regex Older();

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
