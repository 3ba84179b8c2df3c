using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

/// <summary>Callbacks as web sites, supervisors and the wall meet them.</summary>
public sealed class CallbacksApiTests() : RunningServiceTest(connected: true)
{
    const string Number = "+79161234567";
    const string Line = $"out/{Number}";

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:LineOut"] = "out/{number}",
        ["Web3Tel:Queues:0:Callback:Numbers:Allowed"] = "+7",
        ["Web3Tel:Queues:0:ExitKeys:0:Key"] = "1",
        ["Web3Tel:Queues:0:ExitKeys:0:To"] = "step:callback",
        ["Web3Tel:Operators:0:SignedIn"] = "false",
        ["Web3Tel:Speech:Program"] = "no-voice-here",
        // A test that stands still for a while is not a caller who says nothing.
        ["Web3Tel:Callback:PatienceSeconds"] = "60",
    };

    [Fact]
    public async Task A_web_site_asks_and_the_answer_comes_when_it_is_on_the_disk()
    {
        using var answer = await Ask(new { queue = "sales", number = "+7 (916) 123-45-67", name = "Иван\n Петров" });
        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var id = (await Body(answer))["id"]!.ToString();
        answer.Headers.Location!.ToString().Should().Be($"/api/callbacks/{id}");

        await Restart();

        var open = (await Service.Get("/api/callbacks")).AsArray().Should().ContainSingle().Subject!;
        open.ToJsonString().Should().Be((await Service.Get($"/api/callbacks/{id}")).ToJsonString());
        $"{open["queue"]} {open["number"]} {open["name"]} {open["state"]} {open["place"]} {open["attempts"]}".Should().Be($"sales {Number} Иван Петров waiting 1 0");
        open["nextAttempt"].Should().BeNull();
        (await Service.Get("/api/queues"))[0]!["callbacks"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData("", Number, HttpStatusCode.BadRequest, "Give queue, a name, and number")]
    [InlineData("sales", "", HttpStatusCode.BadRequest, "Give queue, a name, and number")]
    [InlineData("support", Number, HttpStatusCode.BadRequest, "There is no queue \"support\" that calls back")]
    [InlineData("nowhere", Number, HttpStatusCode.BadRequest, "There is no queue \"nowhere\" that calls back")]
    [InlineData("sales", "88005553535", HttpStatusCode.BadRequest, "\"88005553535\" may not be called")]
    [InlineData("sales", "anybody", HttpStatusCode.BadRequest, "\"anybody\" may not be called")]
    public async Task What_cannot_be_promised_is_told_with_what_to_do(string queue, string number, HttpStatusCode status, string told)
    {
        using var answer = await Ask(new { queue, number });
        answer.StatusCode.Should().Be(status);
        (await Body(answer))["detail"]!.ToString().Should().StartWith(told);
        (await Service.Get("/api/callbacks")).AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task One_of_a_number_and_queue_is_enough()
    {
        using var first = await Ask(new { queue = "sales", number = Number });
        using var second = await Ask(new { queue = "sales", number = Number });
        second.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Body(second))["detail"]!.ToString().Should().StartWith($"sales is to call {Number} already");
        (await Service.Get("/api/callbacks")).AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task A_supervisor_cancels_it_and_it_is_among_the_ended_and_in_the_audit_trail()
    {
        var id = await Asked();
        using var answer = await Cancel(id, "Olga");
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Service.Get("/api/callbacks")).AsArray().Should().BeEmpty();
        await Eventually.Holds(async () => Fates(await Service.Get("/api/callbacks/ended")).Should().Equal("cancelled 0"));
        (await Service.Get($"/api/callbacks/{id}"))["fate"]!.ToString().Should().Be("cancelled");
        (await Service.Get("/api/audit"))[0]!.AsObject().Should().Contain(entry => entry.Key == "by" && entry.Value!.ToString() == "Olga")
            .And.Contain(entry => entry.Key == "act" && entry.Value!.ToString() == "cancelCallback");

        using var again = await Cancel(id, "Olga");
        again.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_answered_cannot_be_cancelled_any_more()
    {
        var id = await Asked();
        await IsOnTheLine();
        using var answer = await Cancel(id, "Olga");
        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Body(answer))["detail"]!.ToString().Should().Be("The customer has answered: hang up the call instead.");
    }

    [Fact]
    public async Task Its_way_from_the_queue_to_the_conversation_is_seen_in_the_API_and_on_the_wall()
    {
        await Asked();
        (await Page()).Should().ContainAll(Number, "to be called back");
        await Service.Http.PostAsJsonAsync(new Uri("/api/operators/1001/sign-in", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => (await Open()).Should().Be("offered 0 1001"));
        (await Page()).Should().ContainAll("to be called back", "rings at Anna");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await Open()).Should().Be("calling 1 1001"));
        (await Page()).Should().ContainAll("being called for Anna", "attempt 1");
        (await Service.Get("/api/calls")).AsArray().Should().ContainSingle().Which!["state"]!.ToString().Should().Be("callingBack");

        await Rings(Line);
        Telephony.Refuse(Line, new HangupCause("NO_ANSWER"));
        await Eventually.Holds(async () => (await Open()).Should().Be("resting 1 "));
        (await Page()).Should().ContainAll("was not reached", "not before", "attempt 1");
        var rest = (await Service.Get("/api/callbacks"))[0]!;
        rest["rest"]!.ToString().Should().Be("pause");
        rest["nextAttempt"]!.GetValue<DateTimeOffset>().Should().BeAfter(rest["asked"]!.GetValue<DateTimeOffset>());
        (await Service.Get("/api/calls"))[0]!["callback"]!["attempts"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task A_conversation_is_the_end_of_it()
    {
        await Asked();
        var customer = await IsOnTheLine();
        (await Service.Get("/api/callbacks")).AsArray().Should().BeEmpty();
        customer.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => Fates(await Service.Get("/api/callbacks/ended")).Should().Equal("done 1"));
        await Eventually.Holds(async () => (await Page()).Should().Contain("<span class=\"callback\">called back</span>"));
    }

    [Fact]
    public async Task A_caller_asks_by_the_key_and_the_confirmation()
    {
        var caller = Telephony.Call(Number, "Мария");
        caller.Press('1');
        await Eventually.Holds(() =>
        {
            caller.Played.Should().NotBeEmpty("without a voice a tone asks");
            return Task.CompletedTask;
        });
        caller.Press('1');
        await Eventually.Holds(async () => (await Open()).Should().Be("resting 0 "));
        (await Service.Get("/api/callbacks"))[0]!["name"]!.ToString().Should().Be("Мария");
    }

    [Fact]
    public async Task The_ended_come_page_by_page()
    {
        foreach (var last in Enumerable.Range(0, 3))
        {
            using var answer = await Ask(new { queue = "sales", number = $"{Number[..^1]}{last}" });
            using var cancelled = await Cancel((await Body(answer))["id"]!.ToString(), "Olga");
            Telephony.Call("300").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        }

        await Eventually.Holds(async () => (await Service.Get("/api/callbacks/ended"))["callbacks"]!.AsArray().Should().HaveCount(3));
        var first = await Service.Get("/api/callbacks/ended?limit=2");
        Numbers(first).Should().Equal("2", "1");
        var second = await Service.Get($"/api/callbacks/ended?limit=2&before={first["before"]}");
        Numbers(second).Should().Equal("0");
        second["before"].Should().BeNull();
        (await Service.Get("/api/callbacks/ended?limit=0", HttpStatusCode.BadRequest))["detail"]!.ToString().Should().Be("limit is 0: give 1 to 1000.");
        (await Service.Get("/api/callbacks/ended?before=x", HttpStatusCode.BadRequest))["detail"]!.ToString().Should().StartWith("before is \"x\"");
        (await Service.Get("/api/callbacks/x", HttpStatusCode.NotFound))["detail"]!.ToString().Should().Be("There is no callback \"x\".");

        static IEnumerable<string> Numbers(JsonNode page) => page["callbacks"]!.AsArray().Select(one => one!["number"]!.ToString()[^1..]);
    }

    async Task<string> Asked()
    {
        using var answer = await Ask(new { queue = "sales", number = Number });
        return (await Body(answer))["id"]!.ToString();
    }

    /// <summary>Anna comes and answers, and so does the customer.</summary>
    async Task<FakeCall> IsOnTheLine()
    {
        await Service.Http.PostAsJsonAsync(new Uri("/api/operators/1001/sign-in", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Rings(Line);
        var customer = Telephony.Arrive(Line);
        await Eventually.Holds(async () => (await Service.Get("/api/calls"))[0]!["state"]!.ToString().Should().Be("talking"));
        return customer;
    }

    Task<HttpResponseMessage> Ask(object wish) =>
        Service.Http.PostAsJsonAsync(new Uri("/api/callbacks", UriKind.Relative), wish, TestContext.Current.CancellationToken);

    async Task<HttpResponseMessage> Cancel(string id, string by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/callbacks/{id}");
        request.Headers.Add("X-Web3Tel-By", by);
        return await Service.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    async Task<string> Open()
    {
        var open = (await Service.Get("/api/callbacks")).AsArray().Should().ContainSingle().Subject!;
        return $"{open["state"]} {open["attempts"]} {open["agent"]}";
    }

    async Task<string> Page() =>
        WebUtility.HtmlDecode(await Service.Http.GetStringAsync(new Uri("/?lang=en", UriKind.Relative), TestContext.Current.CancellationToken));

    static IEnumerable<string> Fates(JsonNode ended) => ended["callbacks"]!.AsArray().Select(one => $"{one!["fate"]} {one["attempts"]}");

    static async Task<JsonNode> Body(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
