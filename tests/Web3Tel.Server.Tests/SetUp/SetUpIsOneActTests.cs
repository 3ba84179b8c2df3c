using System.Net;
using System.Text;
using FluentAssertions;
using Web3Tel.Server.Tests.Prompts;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.SetUp;

/// <summary>Configuration, scenarios and prompts of a set-up are valid together, or none of them.</summary>
public sealed class SetUpIsOneActTests : SetUpTest
{
    const string Before = "ring default, first.wav, welcome Old 0.5 s, bye Old";
    const string After = "ring 44, second.wav, welcome New 0.7 s, bye New";

    readonly FaultyDisk disk = new(path => path.Contains("versions", StringComparison.Ordinal) || path.Contains("prompts", StringComparison.Ordinal));

    private protected override Task<RunningService> Begin() => RunningService.Start(Folder.Path, Telephony, disk.Open, More);

    [Fact]
    public async Task What_is_refused_by_us_by_who_was_faster_or_by_the_disk_leaves_the_prompts_as_they_were()
    {
        var file = await NewAndThenOld();
        var mark = await Looked(file);
        var wrong = Change(file, ("configuration.json", """{ "Queues": [ { "Name": "sales", "RingSeconds": 0 } ] }"""));
        await Import(Service, wrong, mark: mark, expected: HttpStatusCode.BadRequest);
        (await State()).Should().Be(Before);

        disk.FillsUpAt = path => path.EndsWith(".wav", StringComparison.Ordinal);
        ((string)(await Import(Service, file, mark: mark, expected: HttpStatusCode.InsufficientStorage))["detail"]!).Should().Contain("nothing has changed");
        disk.Full.Should().BeTrue("prompts are made ready first");
        disk.Mend();
        (await State()).Should().Be(Before);

        await Words("bye", "Somebody's");
        await Import(Service, file, mark: mark, expected: HttpStatusCode.PreconditionFailed);
        (await State()).Should().Be(Before.Replace("bye Old", "bye Somebody's", StringComparison.Ordinal));
        Files().Should().Equal("bye.json", "welcome.json", "welcome.wav");
    }

    [Fact]
    public async Task A_service_that_dies_in_the_commit_has_nothing_of_it_and_one_that_dies_between_two_prompts_has_all_of_it()
    {
        var file = await NewAndThenOld();
        disk.FillsUpAt = IsVersions;
        await Import(Service, file, mark: await Looked(file), expected: HttpStatusCode.InsufficientStorage);
        disk.Full.Should().BeTrue();
        (await State()).Should().Be(Before);
        await Restart(disk.Mend);
        (await State()).Should().Be(Before);
        Files().Should().Equal("bye.json", "welcome.json", "welcome.wav");

        var written = new HashSet<string>();
        disk.FillsUpAt = path => IsPrompt(path) && written.Add(path) && written.Count == 2;
        ((bool)(await Import(Service, file, mark: await Looked(file)))["isPublished"]!).Should().BeTrue();
        disk.Full.Should().BeTrue();
        (await State()).Should().Be(After);
        using var later = new StringContent("""{ "text": "Later" }""", Encoding.UTF8, "application/json");
        using var refused = await Service.Http.PutAsync(new Uri("/api/prompts/bye/text", UriKind.Relative), later, TestContext.Current.CancellationToken);
        refused.StatusCode.Should().Be(HttpStatusCode.InsufficientStorage, "what is not on the disk yet must not be undone at the next start");
        await Restart(disk.Mend);
        (await State()).Should().Be(After);
        Files().Should().Equal("bye.json", "welcome.json", "welcome.wav");

        await Words("bye", "Later");
        await Restart();
        (await State()).Should().Be(After.Replace("bye New", "bye Later", StringComparison.Ordinal), "it was brought to its end once");

        static bool IsVersions(string path) => path.Contains("versions", StringComparison.Ordinal);
        static bool IsPrompt(string path) => path.Contains(".new-", StringComparison.Ordinal) && !path.EndsWith(".wav", StringComparison.Ordinal);
    }

    async Task<string> Looked(byte[] file) => (string)(await Import(Service, file, dryRun: true))["mark"]!;

    /// <summary>A set-up that was here once, with everything otherwise now.</summary>
    async Task<byte[]> NewAndThenOld()
    {
        await Publish(document => Queue(document, "sales")["RingSeconds"] = 44);
        await PublishScenario(Second, 1);
        await Prompt("welcome", Tune.Wav(0.7, 16_000, 1), "New");
        await Words("bye", "New");
        var file = await Export(Service);
        await Publish(document => Queue(document, "sales").Remove("RingSeconds"));
        await PublishScenario(First, 2);
        await Prompt("welcome", Tune.Wav(0.5, 16_000, 1), "Old");
        await Words("bye", "Old");
        (await State()).Should().Be(Before);
        return file;
    }

    async Task<string> State()
    {
        var ring = Queue((await Valid())["document"]!.AsObject(), "sales")["RingSeconds"];
        var (scenario, welcome, bye) = (await Service.Get(Main), await Service.Get("/api/prompts/welcome"), await Service.Get("/api/prompts/bye"));
        var sound = await Service.Http.GetByteArrayAsync(new Uri("/api/prompts/welcome/audio", UriKind.Relative), TestContext.Current.CancellationToken);
        ((double)(sound.Length - 44) / 32_000).Should().BeApproximately((double)welcome["seconds"]!, 0.01, "the sound is the prompt's");
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ring {(string?)ring?.ToString() ?? "default"}, {scenario["document"]!["steps"]!["menu"]!["prompt"]}, welcome {welcome["text"]} {(double)welcome["seconds"]!} s, bye {bye["text"]}");
    }

    /// <summary>What lies in the folder of prompts, sounds without the sums in their names.</summary>
    string[] Files() => [.. Directory.GetFiles(Folder["prompts"]).Select(Path.GetFileName).Select(name => $"{name!.Split('.')[0]}{Path.GetExtension(name)}").Order(StringComparer.Ordinal)];
}
