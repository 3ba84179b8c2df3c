using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

public sealed class VoicemailApiTests : VoicemailTest
{
    [Fact]
    public async Task A_message_is_listed_heard_read_and_deleted_and_the_audit_trail_has_it()
    {
        var call = await Leaves(3);
        var message = await Only();
        message["mailbox"]!.ToString().Should().Be("operator:1001");
        message["name"]!.ToString().Should().Be("Иван Петров");
        message["call"]!.ToString().Should().Be(call.Info.Ref.Id);
        message["lengthSeconds"]!.GetValue<double>().Should().Be(3);
        message["isRead"]!.GetValue<bool>().Should().BeFalse();
        var id = message["id"]!.ToString();

        var heard = await Service.Http.GetByteArrayAsync(new Uri($"/api/voicemail/{id}/audio", UriKind.Relative), TestContext.Current.CancellationToken);
        heard.Should().Equal(Sound.Wav(3));
        using var rest = new HttpRequestMessage(HttpMethod.Get, $"/api/voicemail/{id}/audio") { Headers = { Range = new RangeHeaderValue(1, null) } };
        rest.Headers.Add("X-Web3Tel-By", "vera");
        using var piece = await Service.Http.SendAsync(rest, TestContext.Current.CancellationToken);
        piece.StatusCode.Should().Be(HttpStatusCode.PartialContent);

        await Post($"{id}/read", by: "olga");
        (await Service.Get($"/api/voicemail/{id}"))["isRead"]!.GetValue<bool>().Should().BeTrue();
        (await Listed("?unread=true")).Should().BeEmpty();
        await Post($"{id}/unread");
        (await Listed("?unread=true")).Should().ContainSingle();
        await Post($"{id}/delete");
        (await Listed()).Should().BeEmpty();
        await Service.Get($"/api/voicemail/{id}", HttpStatusCode.NotFound);
        await Service.Get($"/api/voicemail/{id}/audio", HttpStatusCode.NotFound);

        (await Service.Get("/api/audit")).AsArray().Select(record => $"{record!["by"]} {record["agent"]} {record["act"]} {record["detail"]}")
            .Should().Equal($"api operator:1001 deleteMessage {id}", $"api operator:1001 unreadMessage {id}", $"olga operator:1001 readMessage {id}",
                $"vera operator:1001 hearMessage {id}", $"api operator:1001 hearMessage {id}");
        await Eventually.Holds(async () => (await Service.Get($"/api/history/{call.Info.Ref.Id}"))["journey"]!.AsArray().Select(step => $"{step!["what"]} {step["detail"]}")
            .Should().Contain($"leavesMessage operator:1001 {id}"));
    }

    [Fact]
    public async Task What_is_so_already_changes_nothing_and_is_not_audited()
    {
        await Leaves(3);
        var id = (await Only())["id"]!.ToString();
        await Post($"{id}/unread");
        (await Service.Get("/api/audit")).AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("?mailbox=nobody", 400, "mailbox is \"nobody\": give queue:<name>, operator:<id> or line:<number>.")]
    [InlineData("?limit=0", 400, "limit is 0: give 1 to 1000.")]
    [InlineData("/nothing", 404, "There is no message \"nothing\".")]
    [InlineData("/nothing/audio", 404, "There is no message \"nothing\".")]
    [InlineData("/..%2F..%2Fvoicemail.db/audio", 404, "There is no message \"..%2F..%2Fvoicemail.db\".")]
    public async Task What_is_wrong_is_told(string asked, int status, string told) =>
        (await Service.Get($"/api/voicemail{asked}", (HttpStatusCode)status))["detail"]!.ToString().Should().Be(told);

    [Fact]
    public async Task A_message_whose_sound_has_gone_says_so()
    {
        var call = await Leaves(3);
        var id = (await Only())["id"]!.ToString();
        File.Delete(Path.Combine(Recordings, call.RecordsTo!));
        (await Service.Get($"/api/voicemail/{id}/audio", HttpStatusCode.NotFound))["detail"]!.ToString().Should().Contain("is not there");
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_newest_first_by_mailbox_too()
    {
        for (var i = 0; i < 6; i++)
        {
            await Leaves(3, i % 2 == 0 ? "1009" : "1008");
        }

        await Eventually.Holds(async () => (await Listed()).Should().HaveCount(6));
        string[] all = [.. (await Listed()).Select(message => message!["id"]!.ToString())];
        all.Should().BeInDescendingOrder(StringComparer.Ordinal);
        foreach (var unread in new[] { "", "&unread=true" })
        {
            (await Ids($"?limit=2&before={all[1]}{unread}")).Should().Equal(all[2], all[3]);
            (await Ids($"?limit=2&mailbox=queue:sales&before={all[0]}{unread}")).Should().Equal(all[2], all[4]);
        }

        (await Service.Get("/api/voicemail/mailboxes")).AsArray().Select(box => $"{box!["mailbox"]} {box["unread"]} {box["read"]}")
            .Should().Equal("operator:1001 3 0", "queue:sales 3 0");
    }

    [Theory]
    [InlineData("en", "Voicemail", "operator")]
    [InlineData("ru", "Голосовая почта", "оператор")]
    public async Task The_page_lists_messages_with_a_player_and_tells_read_from_unread(string language, string title, string mailbox)
    {
        await Leaves(3);
        var id = (await Only())["id"]!.ToString();
        var page = WebUtility.HtmlDecode(await Service.Http.GetStringAsync(new Uri($"/voicemail?lang={language}", UriKind.Relative), TestContext.Current.CancellationToken));
        page.Should().ContainAll(title, mailbox, "Иван Петров", $"src=\"/api/voicemail/{id}/audio\"", "class=\"unread\"");
        await Post($"{id}/read");
        (await Service.Http.GetStringAsync(new Uri("/voicemail", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("class=\"unread\"");
    }

    [Fact]
    public async Task The_lamp_of_the_operators_phone_follows_the_mailbox_and_is_told_when_the_phone_asks()
    {
        await Leaves(3);
        var id = (await Only())["id"]!.ToString();
        await Eventually.Holds(() => Shows(1, 0));
        await Post($"{id}/read");
        await Eventually.Holds(() => Shows(0, 1));
        await Leaves(3, "1008");
        await Eventually.Holds(async () => (await Listed()).Should().HaveCount(2));
        Telephony.Lamps.Clear();
        Telephony.Asking.OnNext("user/1001");
        await Eventually.Holds(() => Shows(0, 1));
        Telephony.Lamps.Should().ContainSingle();
    }

    Task Shows(int unread, int read)
    {
        Telephony.Lamps.GetValueOrDefault("user/1001").Should().Be((unread, read));
        return Task.CompletedTask;
    }

    async Task<IEnumerable<string>> Ids(string query) => (await Listed(query)).Select(message => message!["id"]!.ToString());

    async Task Post(string what, string? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/voicemail/{what}", UriKind.Relative));
        if (by is not null)
        {
            request.Headers.Add("X-Web3Tel-By", by);
        }

        using var response = await Service.Http.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync());
    }
}
