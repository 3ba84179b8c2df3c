using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Phones;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class PublishingTests : ConfigurationTest
{
    [Fact]
    public async Task The_settings_are_the_first_version()
    {
        using var response = await Service.Http.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken);
        response.Headers.ETag!.Tag.Should().Be("\"1\"");

        var valid = await Valid();

        ((int)valid["version"]!, (string?)valid["by"], (string?)valid["source"]).Should().Be((1, "settings", "settings"));
        valid["settings"].Should().BeNull("they say the same");
        valid["document"]!["Queues"]!.AsArray().Select(queue => (string?)queue!["Name"]).Should().Equal("sales", "support");
        (await Service.Get("/api/queues")).AsArray().Select(queue => (int)queue!["configuration"]!).Should().Equal(1, 1);
    }

    [Fact]
    public async Task A_change_is_a_version_with_who_and_why_and_in_the_audit_trail()
    {
        var published = await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown", by: "olga", comment: "Monday");

        ((int)published["version"]!, (string?)published["by"], (string?)published["comment"]).Should().Be((2, "olga", "Monday"));
        published["changes"]!.AsArray().Select(change => (string?)change).Should().Equal("Queues[sales]:Strategy is now TopDown.");
        var record = (await Service.Get("/api/audit"))[0]!;
        ((string?)record["by"], (string?)record["act"], (string?)record["detail"]).Should().Be(("olga", "configure", "2"));
        (await Service.Get(Address + "/versions")).AsArray().Select(one => ((int)one!["version"]!, (bool)one["isValid"]!)).Should().Equal((2, true), (1, false));
        (await Service.Get(Address + "/versions?before=2&limit=1")).AsArray().Select(one => (int)one!["version"]!).Should().Equal(1);
        (await Service.Get(Address + "/versions/2/differences?from=1")).AsArray().Select(change => (string?)change).Should().Equal("Queues[sales]:Strategy is now TopDown.");
        (await Service.Get(Address + "/versions/2/differences?from=1&lang=ru")).AsArray().Select(change => (string?)change).Should().Equal("Queues[sales]:Strategy (Очереди › чья очередь): теперь TopDown.");
    }

    [Fact]
    public async Task Why_tells_by_which_version_it_was_decided()
    {
        Telephony.Call("111");
        await Publish(document => Queue(document, "sales")["WrapUpSeconds"] = 5);
        Telephony.Call("222", dialled: "2000");
        Dictionary<string, string> calls = [];
        await Eventually.Holds(async () =>
        {
            calls = (await Service.Get("/api/calls")).AsArray().Where(call => call!["queue"] is not null).ToDictionary(call => (string)call!["number"]!, call => (string)call!["id"]!);
            calls.Keys.Should().BeEquivalentTo("111", "222");
        });

        // It is told from the journal, which the disk has a moment later.
        foreach (var (number, version) in new[] { ("111", 1), ("222", 2) })
        {
            await Eventually.Holds(async () => (await Service.Get($"/api/calls/{calls[number]}/why"))["steps"]!.AsArray()
                .Select(step => (int)step!["configuration"]!).Should().NotBeEmpty().And.AllBeEquivalentTo(version));
        }
    }

    [Fact]
    public async Task The_same_again_is_no_version()
    {
        var again = await Publish(_ => { });

        ((int)again["version"]!, again["changes"]!.AsArray().Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task A_wrong_change_is_refused_as_a_whole_with_all_its_errors_at_once()
    {
        Telephony.Call("111", dialled: "2000");
        var refused = await Publish(
            document =>
            {
                Queue(document, "sales")["RingSeconds"] = -1;
                Queue(document, "sales")["OverflowTo"] = "support";
                Queue(document, "support")["OverflowTo"] = "sales";
                Operator(document, "1001")["Queues"] = "nowhere";
                Operator(document, "1001")["Tiers"] = new JsonArray(new JsonObject { ["Queue"] = "sales", ["Level"] = 0 });
                document["Callers"] = new JsonObject { ["Blocked"] = "everybody" };
                document["Http"] = new JsonObject { ["Listen"] = "0.0.0.0:80" };
                document["Qeues"] = new JsonArray();
                document["Voicemail"] = new JsonObject { ["Emails"] = new JsonArray(new JsonObject { ["Mailbox"] = "queue:sales", ["To"] = "anna@example.com" }) };
                Operator(document, "1002")["Pin"] = "8642";
            },
            expected: HttpStatusCode.BadRequest);

        var errors = refused["errors"]!.AsArray().Select(error => $"{error!["key"]} {error["what"]}").ToArray();
        errors.Should().Contain("Web3Tel:Queues:0:RingSeconds is \"-1\".")
            .And.Contain("Web3Tel:Operators:0:Queues has \"nowhere\", which is not a queue.")
            .And.Contain("Web3Tel:Operators:0:Tiers:0:Level is \"0\".")
            .And.Contain("Web3Tel:Operators:0:Tiers has \"sales\", which the operator does not serve.")
            .And.Contain("Web3Tel:Operators:1:Pin is not what the command pin prints.")
            .And.Contain("Web3Tel:Callers:Blocked has \"everybody\".")
            .And.Contain("Web3Tel:Http is read at the start of the service only.")
            .And.Contain("Web3Tel:Qeues is not a setting of the configuration.")
            .And.Contain("Web3Tel:Voicemail:Emails are set, but no mail server is.")
            .And.Contain(error => error.StartsWith("Web3Tel:Queues cannot be used:", StringComparison.Ordinal), "the overflow goes round in a circle");
        ((string?)refused["detail"]).Should().Contain("refused as a whole").And.NotContain("8642");
        (await Version()).Should().Be(1);
        (await Waiting("support")).Should().Equal("111");
        Telephony.Rings("user/1002").Should().BeTrue("as before");
    }

    [Theory]
    [InlineData("""{ "version": 1, "document": { "Queues": [ { "Name": "sales" } ], "queues": [] } }""", "same key")]
    [InlineData("""{ "version": 1, "document": { "Queues": [ { "Name": "sales", "name": "support" } ] } }""", "duplicate key")]
    [InlineData("""{ "version": 1, "document": [] }""", "cannot be read")]
    [InlineData("""{ "version": 1, "document": "Queues" }""", "cannot be read")]
    [InlineData("""{ "version": 1, "document": {} }""", "Web3Tel:Queues is empty.")]
    [InlineData("""{ "version": 1 }""", "document is missing")]
    [InlineData("""{ "version": "one", "document": {} }""", "version is one")]
    [InlineData("""{ "version": 1, "document": { """, "is no JSON")]
    [InlineData("[]", "is no object")]
    public async Task What_cannot_be_read_is_told(string body, string told)
    {
        using var response = await Service.Http.PutAsync(new Uri(Address, UriKind.Relative), new StringContent(body), TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]).Should().Contain(told);
        (await Version()).Should().Be(1);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing()
    {
        var valid = await Valid();
        var document = valid["document"]!;
        Queue(document.AsObject(), "sales")["Strategy"] = "RingAll";

        var told = await Put(document, 1, query: "?dryRun=true");
        told["changes"]!.AsArray().Select(change => (string?)change).Should().Equal("Queues[sales]:Strategy is now RingAll.");
        Queue(document.AsObject(), "sales")["Strategy"] = "Fair";
        await Put(document, 1, query: "?dryRun=true", expected: HttpStatusCode.BadRequest);

        (await Version()).Should().Be(1);
    }

    [Fact]
    public async Task Whoever_is_slower_is_told_and_undoes_nothing()
    {
        var old = (await Valid())["document"]!;
        await Publish(document => Queue(document, "sales")["WrapUpSeconds"] = 5, by: "anna");

        var told = await Put(old, 1, expected: HttpStatusCode.Conflict);
        ((string?)told["detail"], (int)told["version"]!).Should().Be(
            ("Version 2, which anna published, is valid, and yours was made from version 1. Read it, make your change in it, and give it again.", 2));
        var body = new JsonObject { ["document"] = old.DeepClone() };
        await Send(HttpMethod.Put, Address, body, ifMatch: "\"1\"", expected: HttpStatusCode.PreconditionFailed);
        await Send(HttpMethod.Put, Address, body, expected: HttpStatusCode.PreconditionRequired);
        await Send(HttpMethod.Put, Address, body, ifMatch: "\"one\"", expected: HttpStatusCode.BadRequest);
        (await Version()).Should().Be(2);

        await Send(HttpMethod.Put, Address, body, ifMatch: "\"2\"");
        (await Version()).Should().Be(3);
    }

    [Fact]
    public async Task Of_many_who_publish_at_once_exactly_one_is_first()
    {
        var document = (await Valid())["document"]!.ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(async seconds =>
        {
            var mine = JsonNode.Parse(document)!.AsObject();
            Queue(mine, "sales")["WrapUpSeconds"] = seconds;
            using var response = await Service.Http.PutAsync(
                new Uri(Address, UriKind.Relative),
                new StringContent(new JsonObject { ["version"] = 1, ["document"] = mine }.ToJsonString()),
                TestContext.Current.CancellationToken);
            return (Seconds: seconds, response.StatusCode);
        }));

        var first = answers.Where(answer => answer.StatusCode == HttpStatusCode.OK).Should().ContainSingle().Which;
        answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict).Should().HaveCount(19);
        var valid = await Valid();
        ((int)valid["version"]!, (int)Queue(valid["document"]!.AsObject(), "sales")["WrapUpSeconds"]!).Should().Be((2, first.Seconds));
    }

    [Fact]
    public async Task Going_back_is_a_version_too()
    {
        await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");

        var back = await Send(HttpMethod.Post, Address + "/versions/1/restore", new JsonObject { ["version"] = 2, ["comment"] = "too slow" });

        ((int)back["version"]!, (int)back["repeats"]!, (string?)back["comment"]).Should().Be((3, 1, "too slow"));
        Queue(back["document"]!.AsObject(), "sales").ContainsKey("Strategy").Should().BeFalse();
        await Send(HttpMethod.Post, Address + "/versions/9/restore", new JsonObject { ["version"] = 3 }, expected: HttpStatusCode.NotFound);
        await Service.Get(Address + "/versions/9", HttpStatusCode.NotFound);
        ((string?)Queue((await Service.Get(Address + "/versions/2"))["document"]!.AsObject(), "sales")["Strategy"]).Should().Be("TopDown");
    }

    [Fact]
    public async Task PINs_are_not_shown_and_are_kept_by_what_stands_in_their_place()
    {
        var pin = Pin.Of("4711").Secret();
        await Publish(document => Operator(document, "1001")["Pin"] = pin);

        var shown = await Valid();
        shown.ToJsonString().Should().NotContain(pin);
        ((string?)Operator(shown["document"]!.AsObject(), "1001")["Pin"]).Should().Be("(kept)");
        await Publish(document => Queue(document, "sales")["WrapUpSeconds"] = 5);
        Service.Services.GetRequiredService<CurrentSettings>().Value.Phone.Pins["1001"].Secret().Should().Be(pin);
        var refused = await Publish(document => Operator(document, "1002")["Pin"] = "(kept)", expected: HttpStatusCode.BadRequest);
        ((string?)refused["detail"]).Should().Contain("the valid version has no PIN for \"1002\"");
    }
}
