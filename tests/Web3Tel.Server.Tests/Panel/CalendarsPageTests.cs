using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed partial class CalendarsPageTests : AccountTest
{
    const string Document = """
        {
          "name": "main", "start": "hours", "calendars": { "office": { "timeZone": "Asia/Tokyo", "week": { "monday-sunday": [ "00:00-24:00" ] } } },
          "steps": { "hours": { "do": "hours", "calendar": "office", "open": "sales", "closed": "closed" }, "sales": { "do": "queue", "queue": "sales" }, "closed": { "do": "hangup", "prompt": "closed.wav" } }
        }
        """;

    [Fact]
    public async Task A_line_is_closed_and_opened_by_hand_on_the_page_by_the_calendars_clock_and_who_did_it_stands_there_and_in_the_audit_trail()
    {
        var (olga, boris) = (await SignedIn("olga", Role.Administrator), await SignedIn("boris", Role.Supervisor));
        (await Page(olga, "ru")).Should().Contain("нет часов работы");
        using var published = await olga.PutAsJsonAsync(new Uri("/api/scenarios/main", UriKind.Relative), new { version = 0, comment = "", document = JsonNode.Parse(Document) }, TestContext.Current.CancellationToken);
        published.StatusCode.Should().Be(HttpStatusCode.OK, await published.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var page = await Page(olga, "ru");
        page.Should().ContainAll("office", "сейчас открыто", "по календарю", "До (Asia/Tokyo)").And.NotContain("Вернуть календарь");
        DateTime.ParseExact(UntilField().Match(page).Groups[1].Value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture).Should().BeAfter(TimeProvider.System.GetUtcNow().UtcDateTime, "the end of the day there is offered");

        (await Sent(olga, "ru", "close", "2020-01-01T00:00", "")).Should().Contain("которые ещё не наступили");
        (await Sent(olga, "ru", "close", "9999-12-31T23:59", "")).Should().Contain("которые ещё не наступили");
        (await Sent(olga, "ru", "close", "", "")).Should().Contain("которые ещё не наступили");
        (await Calendar(olga))["isOpen"]!.GetValue<bool>().Should().BeTrue();

        (await Sent(olga, "ru", "close", "2099-03-01T09:00", "<i>Учения</i>")).Should().ContainAll("Действует со следующего звонка.", "сейчас закрыто", "закрыто вручную до 01.03.2099 09:00, кто: olga", "Вернуть календарь");
        (await olga.GetStringAsync(new Uri("/calendars", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("<i>");
        (await Calendar(olga)).ToJsonString().Should().ContainAll("\"isOpen\":false", "\"byHand\":false", "\"until\":\"2099-03-01T00:00:00", "\"by\":\"olga\"");

        (await Status(boris, "/calendars")).Should().Be(HttpStatusCode.Forbidden);
        using (var refused = await Send(boris, "/me", "main.office", "/calendars", ("Act", "follow")))
        {
            refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        await Restart();
        olga = NewClient();
        (await SignIn(olga, "olga")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await Page(olga, "en")).Should().ContainAll("closed now", "closed by hand until 2099-03-01 09:00 by olga", "Учения");
        (await Sent(olga, "en", "open", "2099-03-01T09:00", "")).Should().ContainAll("open now", "opened by hand until 2099-03-01 09:00 by olga");
        (await Sent(olga, "en", "follow", "", "")).Should().ContainAll("open now", "by the calendar");
        await Eventually.Holds(async () => (await List(olga, "/api/audit")).Select(record => $"{record!["by"]} {record["act"]} {record["detail"]}").Where(line => line.Contains("office")).Should().Equal(
            "olga followCalendar main.office", "olga openByHand main.office until 2099-03-01T00:00:00Z", "olga closeByHand main.office until 2099-03-01T00:00:00Z"));
    }

    static async Task<JsonNode> Calendar(HttpClient client) => (await List(client, "/api/scenarios/main/calendars"))[0]!;

    static async Task<string> Page(HttpClient client, string language) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/calendars?lang={language}", UriKind.Relative), TestContext.Current.CancellationToken));

    static async Task<string> Sent(HttpClient client, string language, string act, string until, string comment)
    {
        using var answer = await Send(client, $"/calendars?lang={language}", "main.office", ("Act", act), ("Until", until), ("Comment", comment));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("type=\"datetime-local\" value=\"([^\"]+)\"")]
    private static partial Regex UntilField();
}
