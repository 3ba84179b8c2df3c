using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class ChangesWhileCallsRunTests : ConfigurationTest
{
    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:Queues:0:WrapUpSeconds"] = "0" };

    [Fact]
    public async Task Callers_who_wait_and_talk_keep_all_they_have_while_strategy_tiers_and_operators_change()
    {
        var talking = Telephony.Call("100");
        Telephony.Answer("user/1001");
        var waiting = Enumerable.Range(101, 12).Select(number => Telephony.Call(Text(number))).ToArray();
        string[] order = [.. Enumerable.Range(101, 12).Select(Text)];
        await Wait("sales", order);

        foreach (var strategy in new[] { "TopDown", "RingAll", "Random", "FewestCalls" })
        {
            await Publish(document =>
            {
                Queue(document, "sales")["Strategy"] = strategy;
                Operator(document, "1001")["Tiers"] = new JsonArray(new JsonObject { ["Queue"] = "sales", ["Level"] = 2 });
            });
            (await Waiting("sales")).Should().Equal(order);
            (await StateOf("100")).Should().Be("talking");
        }

        await Publish(document => document["Operators"]!.AsArray().Add(new JsonObject { ["Id"] = "1003", ["Name"] = "Clara", ["Queues"] = "sales" }));
        var served = new List<string>();
        foreach (var _ in order)
        {
            // The new one is offered the first who waits, without anything else having to happen.
            await Rings("user/1003");
            var leg = Telephony.Answer("user/1003");
            await Eventually.Holds(async () => served.Add(
                (await Service.Get("/api/calls")).AsArray().Where(call => (string?)call!["state"] == "talking" && (string?)call["agent"] == "1003").Select(call => (string)call!["number"]!).Single()));
            leg.End(HangupCause.NormalClearing, HungUpBy.Party);
        }

        served.Should().Equal(order);
        talking.BridgedTo.Should().NotBeNull();
        (await StateOf("100")).Should().Be("talking");
        waiting.Should().HaveCount(order.Length);
    }

    [Fact]
    public async Task An_operator_who_is_taken_out_finishes_the_conversation_and_gets_no_more()
    {
        var call = Telephony.Call("100");
        Telephony.Answer("user/1001");
        Telephony.Call("101");

        await Publish(document => Remove(document, "Operators", "Id", "1001"));

        (await StateOf("100")).Should().Be("talking");
        (await Operator("1001"))!["state"]!.ToString().Should().Be("talking");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await Operator("1001")).Should().BeNull());
        Telephony.Rings("user/1001").Should().BeFalse();
        await Wait("sales", "101");
        await Eventually.Holds(async () => (await Service.Get("/api/history")).AsArray().Should().ContainSingle().Which!["result"]!.ToString().Should().Be("answered"));
    }

    [Fact]
    public async Task Callers_of_a_queue_that_is_taken_out_go_on_to_the_first_queue_in_their_order_and_with_the_time_waited()
    {
        await Publish(document => Operator(document, "1002")["SignedIn"] = false);
        await Send(HttpMethod.Post, "/api/operators/1001/force", new JsonObject { ["state"] = "signedOut", ["why"] = "test" }, expected: HttpStatusCode.NoContent);
        Telephony.Call("201", dialled: "2000");
        Telephony.Call("101");
        Telephony.Call("202", dialled: "2000");
        Telephony.Call("102");
        await Wait("sales", "101", "102");

        await Publish(document =>
        {
            Remove(document, "Queues", "Name", "support");
            Remove(document, "Operators", "Id", "1002");
        });

        await Wait("sales", "201", "101", "202", "102");
        (await Service.Get("/api/queues")).AsArray().Select(queue => (string?)queue!["name"]).Should().Equal("sales");
        Telephony.Call("203", dialled: "2000");
        await Wait("sales", "201", "101", "202", "102", "203");
    }

    [Fact]
    public async Task A_new_queue_and_its_number_are_there_for_the_next_caller()
    {
        await Publish(document =>
        {
            document["Queues"]!.AsArray().Add(new JsonObject { ["Name"] = "vip", ["Numbers"] = "3000" });
            Operator(document, "1002")["Queues"] = "support,vip";
        });

        Telephony.Call("301", dialled: "3000");

        await Eventually.Holds(async () => (await Service.Get("/api/calls"))[0]!["queue"]!.ToString().Should().Be("vip"));
        await Rings("user/1002");
    }

    [Fact]
    public async Task Who_comes_first_and_who_is_not_let_in_follows_at_once()
    {
        await Send(HttpMethod.Post, "/api/operators/1001/force", new JsonObject { ["state"] = "signedOut", ["why"] = "test" }, expected: HttpStatusCode.NoContent);
        Telephony.Call("101");
        await Publish(document => document["Callers"] = new JsonObject
        {
            ["Vip"] = new JsonArray(new JsonObject { ["Number"] = "777", ["PrioritySeconds"] = 600 }),
            ["Blocked"] = new JsonArray("666"),
        });

        // Whom nobody lets in first: when the other waits, that has been decided.
        Telephony.Call("666");
        Telephony.Call("777");

        await Wait("sales", "777", "101");
    }

    [Fact]
    public async Task A_greeting_is_played_from_the_next_call_on_and_who_hears_one_joins_the_queue_of_now()
    {
        await Publish(document => document["Greeting"] = "welcome.wav");

        var call = Telephony.Call("101");

        await Eventually.Holds(() => Task.FromResult(call.Played.Should().Contain("welcome.wav")));
        await Publish(document => document.Remove("Greeting"));
        var next = Telephony.Call("102");
        await Eventually.Holds(async () =>
            (await Service.Get("/api/calls")).AsArray().Select(one => $"{one!["number"]} {one["queue"]}").Should().Contain("102 sales", "what is played before has been"));
        next.Played.Should().NotContain("welcome.wav");
    }

    [Fact]
    public async Task Names_of_operators_and_queues_to_search_recordings_by_follow()
    {
        await Publish(document =>
        {
            Operator(document, "1001")["Name"] = "Anna-Maria";
            document["Queues"]!.AsArray().Add(new JsonObject { ["Name"] = "vip" });
        });

        await Eventually.Holds(async () => (await Service.Http.GetStringAsync("/recordings", TestContext.Current.CancellationToken)).Should().Contain("Anna-Maria").And.Contain("vip"));
        (await Service.Http.GetStringAsync("/", TestContext.Current.CancellationToken)).Should().Contain("Anna-Maria");
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
