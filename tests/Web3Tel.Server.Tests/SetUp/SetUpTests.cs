using System.IO.Compression;
using System.Net;
using FluentAssertions;
using Web3Tel.Phones;
using Web3Tel.Server.SetUp;
using Web3Tel.Server.Tests.Prompts;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.SetUp;

/// <summary>The whole set-up taken away as one file and brought in, here and elsewhere.</summary>
public sealed class SetUpTests : SetUpTest
{
    [Fact]
    public async Task What_was_taken_away_is_brought_in_elsewhere_and_is_valid_there_at_once_all_of_it()
    {
        await Publish(document =>
        {
            Operator(document, "1001")["Pin"] = Pin.Of("4711").Secret();
            Queue(document, "sales")["RingSeconds"] = 33;
        });
        await PublishScenario(Second, 1);
        await Prompt("welcome", Tune.Wav(0.5, 16_000, 1), "Good morning");
        await Words("bye", "До свидания");
        var file = await Export(Service);
        Names(file).Should().BeEquivalentTo("configuration.json", "manifest.json", "prompts/bye.json", "prompts/welcome.json", "prompts/welcome.wav", "scenarios/main.json");
        Text(file, "configuration.json").Should().Contain("(kept)").And.NotContain("pbkdf2");
        Text(file, "manifest.json").Should().Contain("accounts").And.Contain("PINs");

        using var folder = new TempFolder();
        await using var other = await RunningService.Start(folder.Path, new FakeSwitch());
        var looked = await Import(other, file, dryRun: true);
        looked["changes"]!.AsArray().Select(one => (string)one!).Should().Contain(["Queues[sales]:RingSeconds is now 33.", "prompts/bye is new.", "prompts/welcome is new."])
            .And.Contain(change => change.StartsWith("scenarios/main: ", StringComparison.Ordinal));
        looked["notes"]!.AsArray().Select(one => (string)one!).Should().Equal("Operator 1001 has no PIN here: set one.");
        (await other.Get("/api/configuration"))["version"]!.GetValue<int>().Should().Be(1, "it was looked at only");
        (await other.Get("/api/prompts")).AsArray().Should().BeEmpty();

        var brought = await Import(other, file, mark: (string)looked["mark"]!);
        ((bool)brought["isPublished"]!).Should().BeTrue();
        var valid = await other.Get("/api/configuration");
        ((int)valid["version"]!, (string)valid["by"]!, (string)valid["comment"]!).Should().Be((2, "olga", "moved"));
        Queue(valid["document"]!.AsObject(), "sales")["RingSeconds"]!.ToString().Should().Be("33");
        ((string)(await other.Get("/api/scenarios/main"))["document"]!["steps"]!["menu"]!["prompt"]!).Should().Be("second.wav");
        ((string)(await other.Get("/api/prompts/welcome"))["text"]!).Should().Be("Good morning");
        Tune.Look(await other.Http.GetByteArrayAsync(new Uri("/api/prompts/welcome/audio", UriKind.Relative), TestContext.Current.CancellationToken)).Rate.Should().Be(16_000);
        (await Import(other, file, dryRun: true))["changes"]!.AsArray().Should().BeEmpty("it says what is valid already");
    }

    [Fact]
    public async Task Brought_in_where_it_comes_from_it_keeps_the_PINs_there_and_who_was_slower_is_told()
    {
        await Publish(document => Operator(document, "1001")["Pin"] = Pin.Of("4711").Secret());
        var file = await Export(Service);
        await Publish(document => Queue(document, "sales")["RingSeconds"] = 44);
        var mark = (string)(await Import(Service, file, dryRun: true))["mark"]!;
        await Publish(document => Queue(document, "sales")["RingSeconds"] = 45);
        await Import(Service, file, expected: HttpStatusCode.PreconditionRequired);
        await Import(Service, file, mark: mark, expected: HttpStatusCode.PreconditionFailed);
        (await Version()).Should().Be(4);

        var looked = await Import(Service, file, dryRun: true);
        looked["changes"]!.AsArray().Select(one => (string)one!).Should().Equal("Queues[sales]:RingSeconds is gone; it was 45.");
        await Import(Service, file, mark: (string)looked["mark"]!);
        ((string?)Operator((await Valid())["document"]!.AsObject(), "1001")["Pin"]).Should().Be("(kept)");
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_it_is_told_at_once_in_the_readers_language_and_nothing_changes()
    {
        await Prompt("welcome", Tune.Wav(0.5, 16_000, 1), "Good morning");
        var file = Change(await Export(Service), ("scenarios/main.json", """{ "name": "other", "start": "a", "steps": { "a": { "do": "sing" } } }"""), ("prompts/welcome.wav", "this is no sound"));
        var told = (await Import(Service, file, dryRun: true, expected: HttpStatusCode.BadRequest, query: "&lang=ru"))["errors"]!.AsArray();
        told.Select(error => (string)error!["key"]!).Distinct().Should().BeEquivalentTo("scenarios/main.json", "prompts/welcome.wav");
        told.Should().AllSatisfy(error => ((string)error!["what"]!).Should().MatchRegex("[а-яё]"));

        var together = Change(await Export(Service), ("scenarios/main.json", Second.Replace("\"queue\": \"sales\"", "\"queue\": \"gone\"", StringComparison.Ordinal)), ("configuration.json", """{ "Queues": [ { "Name": "support", "RingSeconds": 0 } ] }"""));
        var refused = await Import(Service, together, dryRun: true, expected: HttpStatusCode.BadRequest);
        refused["errors"]!.ToJsonString().Should().Contain("RingSeconds").And.Contain("gone").And.Contain("1001");
        (await Version()).Should().Be(1);
    }

    [Theory]
    [InlineData("../../etc/cron.d/evil")]
    [InlineData("/etc/passwd")]
    [InlineData("prompts/../../evil.wav")]
    [InlineData("prompts\\evil.wav")]
    [InlineData("prompts/.hidden.json")]
    [InlineData("scenarios/a/b.json")]
    [InlineData("SCENARIOS/main.json")]
    [InlineData("accounts.db")]
    public async Task A_name_that_we_do_not_give_is_refused(string name)
    {
        var file = await Export(Service);
        using var changed = new MemoryStream();
        await changed.WriteAsync(file, TestContext.Current.CancellationToken);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.CreateEntry(name);
        }

        (await Import(Service, changed.ToArray(), dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.ToJsonString().Should().Contain("is no file of a set-up");
        File.Exists(Folder["evil.wav"]).Should().BeFalse();
    }

    [Fact]
    public async Task What_unpacks_to_more_than_is_allowed_is_refused_without_being_unpacked_whole()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // 200 MB of nothing in some 200 KB.
            await using var bomb = await archive.CreateEntry("configuration.json", CompressionLevel.SmallestSize).OpenAsync(TestContext.Current.CancellationToken);
            for (var i = 0; i < 200; i++)
            {
                await bomb.WriteAsync(new byte[1_000_000], TestContext.Current.CancellationToken);
            }
        }

        (await Import(Service, file.ToArray(), dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.ToJsonString().Should().Contain("is larger than is allowed");

        // What is in memory is read to its end on this thread: what other tests allocate meanwhile is not counted.
        file.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = new SetUpReader(Folder.Path, mostOfSound: 1_000_000).Read(file, TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        reading.IsCompleted.Should().BeTrue();
        allocated.Should().BeLessThan(100_000_000);
        (await reading).Errors.Should().Contain(error => error.What.Contains("is larger than is allowed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_ZIP_has_no_manifest_or_was_changed_since_is_refused()
    {
        (await Import(Service, "this is no ZIP"u8.ToArray(), dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.ToJsonString().Should().Contain("is no ZIP file");
        var file = await Export(Service);
        (await Import(Service, file[..(file.Length / 2)], dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.AsArray().Should().NotBeEmpty();
        (await Import(Service, Change(file, sums: false, ("configuration.json", "{ }")), dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.ToJsonString().Should().Contain("is not what the manifest says");
        (await Import(Service, Change(file, ("manifest.json", "{ }")), dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.ToJsonString().Should().Contain("web3tel-setup");
        (await Import(Service, Change(file, ("configuration.json", new string('[', 100_000))), dryRun: true, expected: HttpStatusCode.BadRequest))["errors"]!.AsArray().Should().NotBeEmpty("nesting has an end");
    }
}
