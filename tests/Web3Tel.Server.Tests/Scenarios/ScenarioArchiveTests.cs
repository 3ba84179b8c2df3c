using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Scenarios;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

public sealed class ScenarioArchiveTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_changed_file_is_a_new_version_and_the_earlier_ones_stay_for_the_calls_in_them()
    {
        Open("a").Current.Single().Version.Should().Be(1);
        Open("a").Current.Single().Version.Should().Be(1, "nothing has changed");
        Open("b").Current.Single().Version.Should().Be(2);
        var shelf = Open("c");
        shelf.Current.Single().Version.Should().Be(3);
        ((ScenarioStep.Play)shelf.Find("main", 1)!.Steps["start"]).Prompt.Sound.Should().Be("a");
        shelf.Find("main", 4).Should().BeNull();
    }

    [Fact]
    public void An_earlier_text_again_is_a_version_again()
    {
        Open("a");
        Open("b");
        Open("a").Current.Single().Version.Should().Be(3);
    }

    [Fact]
    public void What_is_damaged_is_passed_over_and_not_overwritten_by_another_version()
    {
        Open("a");
        Open("b");
        File.WriteAllText(Path.Combine(folder["scenarios"], "main@1.json"), "{ torn");
        File.WriteAllText(Path.Combine(folder["scenarios"], "main@7.json.new"), "{ torn");
        var shelf = Open("b");
        shelf.Current.Single().Version.Should().Be(2);
        shelf.Find("main", 1).Should().BeNull();
    }

    [Fact]
    public void A_disk_that_takes_nothing_keeps_no_call_waiting()
    {
        File.WriteAllText(folder["scenarios"], "a file where the folder should be");
        Open("a").Current.Should().ContainSingle();
    }

    ScenarioShelf Open(string sound) => new ScenarioArchive(folder["scenarios"], NullLogger.Instance).Open(
        [ScenarioJson.Read($$"""{ "name": "main", "start": "start", "steps": { "start": { "do": "play", "prompt": "{{sound}}", "next": "end" }, "end": { "do": "hangup" } } }""").Scenario!]);
}
