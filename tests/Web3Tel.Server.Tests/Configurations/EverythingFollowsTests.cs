using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class EverythingFollowsTests : ConfigurationTest
{
    [Fact]
    public async Task A_new_number_of_a_mailbox_takes_messages()
    {
        await Publish(document => document["Voicemail"] = new JsonObject { ["Lines"] = new JsonArray(new JsonObject { ["Number"] = "5000", ["Mailbox"] = "queue:sales" }) });

        var call = Telephony.Call("111", dialled: "5000");

        await Eventually.Holds(() =>
        {
            call.RecordsTo.Should().NotBeNull();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task The_lamp_of_a_phone_that_becomes_an_operators_is_told()
    {
        // One after the other: when the second is told, nobody else is told of the first any more.
        foreach (var phone in new[] { "user/2001", "user/2002" })
        {
            await Publish(document => Operator(document, "1001")["Destination"] = phone);
            await Eventually.Holds(() => Task.FromResult(Telephony.Lamps.Should().ContainKey(phone)));
        }

        Telephony.Lamps.Should().NotContainKey("user/1002", "that phone is whose it was");
    }

    [Fact]
    public async Task Rules_of_recordings_are_those_of_now()
    {
        await Publish(document => document["KeepRecordings"] = new JsonArray(new JsonObject { ["Queue"] = "saels", ["Days"] = 30 }));

        await Eventually.Holds(() => Task.FromResult(Logged().Should().Contain("KeepRecordings names the queue saels")));
    }

    [Fact]
    public async Task A_prompt_is_kept_while_what_is_published_plays_it_and_no_longer()
    {
        await Send(HttpMethod.Put, "/api/prompts/welcome/text", new JsonObject { ["text"] = "Hello" });
        await Publish(document => document["Greeting"] = "prompt:welcome");
        var refused = await Send(HttpMethod.Delete, "/api/prompts/welcome", body: null, expected: HttpStatusCode.Conflict);
        ((string?)refused["detail"]).Should().Be("The prompt \"welcome\" is played by Web3Tel:Greeting: name another one there first.");

        await Publish(document => document.Remove("Greeting"));
        await Send(HttpMethod.Delete, "/api/prompts/welcome", body: null, expected: HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_number_that_is_blocked_is_called_no_more_and_who_talks_already_talks_on()
    {
        await Publish(document => document["LineOut"] = "sofia/gateway/provider/{number}");
        var talk = Click("+79160000001");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Rings("sofia/gateway/provider/+79160000001");
        Telephony.Answer("sofia/gateway/provider/+79160000001");
        (await talk)["result"]!.ToString().Should().Be("connected");

        await Publish(document =>
        {
            document["Outgoing"] = new JsonObject { ["Blocked"] = "+7" };
            Remove(document, "Operators", "Id", "1001");
        });

        (await Click("+79160000001", "1002", HttpStatusCode.Conflict))["detail"]!.ToString().Should().Contain("may not call");
        (await StateOf("+79160000001")).Should().Be("talking");
        (await Operator("1001")).Should().BeNull();

        await Publish(document => document["Operators"]!.AsArray().Add(new JsonObject { ["Id"] = "1001", ["Name"] = "Anna", ["Queues"] = "sales" }));
        (await Operator("1001"))!["outgoingTo"]!.ToString().Should().Be("+79160000001");
    }

    Task<JsonNode> Click(string number, string agent = "1001", HttpStatusCode expected = HttpStatusCode.OK) =>
        Send(HttpMethod.Post, $"/api/operators/{agent}/call", new JsonObject { ["number"] = number }, expected: expected);
}
