using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class RecordingComparisonTests : RecordingServiceTest
{
    [Fact]
    public async Task Files_without_a_call_and_calls_without_a_file_are_told_and_left_alone()
    {
        var kept = await Finished(await Talk("300"));
        var lost = await Finished(await Talk("301"));
        var changed = await Finished(await Talk("302"));
        File.Delete(PathOf(lost["path"]!.ToString()));
        WriteFile(changed["path"]!.ToString(), "longer than it was when it was finished");
        WriteFile("2026/01/02/101502-300-anna-1f0c22ab.wav", "whose?");
        WriteFile("voicemail/2026/01/02/message.wav", "not ours");
        WriteFile("voicemail/message.wav", "not ours");
        WriteFile("2026/01/02/notes.txt", "not ours");

        var report = await Compare();

        Paths(report, "orphans").Should().Equal("2026/01/02/101502-300-anna-1f0c22ab.wav");
        Paths(report, "missing").Should().Equal(lost["path"]!.ToString());
        Paths(report, "changed").Should().Equal(changed["path"]!.ToString());
        Paths(report, "repaired").Should().BeEmpty();
        (report["recordings"]!.GetValue<int>(), report["files"]!.GetValue<int>()).Should().Be((3, 3));
        Directory.GetFiles(Folder["recordings"], "*", SearchOption.AllDirectories).Should().HaveCount(6, "nothing is deleted");
        await Finished(lost["id"]!.ToString(), "missing");
        await Finished(kept["id"]!.ToString());
    }

    [Fact]
    public async Task A_file_that_comes_back_is_heard_again_and_has_its_old_sum()
    {
        var lost = await Finished(await Talk("300", sound: "sound"));
        var path = lost["path"]!.ToString();
        File.Delete(PathOf(path));
        await Compare();
        await Finished(lost["id"]!.ToString(), "missing");

        WriteFile(path, "SOUND");
        Paths(await Compare(), "repaired").Should().Equal(path);

        (await Finished(lost["id"]!.ToString()))["sha256"]!.ToString().Should().Be(lost["sha256"]!.ToString());
        (await Service.Get($"/api/recordings/{lost["id"]}/check"))["verdict"]!.ToString().Should().Be("changed");
    }

    [Fact]
    public async Task A_file_that_the_index_lacks_is_indexed_when_the_history_knows_it()
    {
        await Finished(await Talk("299"));
        var lacking = await Finished(await Talk("300"));
        await Finished(await Talk("301"));
        var store = Service.Services.GetRequiredService<CallCenterService>().Recordings;
        store.Change(new RecordingChange.Remove(lacking["id"]!.ToString()));
        await store.Flush();
        (await Find("number=300")).Should().BeEmpty();

        Paths(await Compare(), "repaired").Should().Equal(lacking["path"]!.ToString());

        (await Finished(lacking["id"]!.ToString()))["sha256"]!.ToString().Should().Be(lacking["sha256"]!.ToString());
        Paths(await Compare(), "repaired").Should().BeEmpty();
    }

    [Fact]
    public async Task An_index_that_was_lost_is_made_again_from_the_history()
    {
        string[] ids = [await Talk("300"), await Talk("301", sound: null), await Talk("302")];

        await Restart(() => File.Delete(Folder["recordings.db"]));

        await Eventually.Holds(async () =>
        {
            (await Find()).Select(found => found!["id"]!.ToString()).Should().BeEquivalentTo(ids);
            (await Service.Get("/api/recordings"))["isWhole"]!.GetValue<bool>().Should().BeTrue();
        });
        await Finished(ids[0]);
        await Finished(ids[1], "missing");
    }

    [Fact]
    public async Task An_index_with_a_damaged_file_is_put_aside_and_made_again()
    {
        var id = await Talk("300");

        await Restart(() => File.WriteAllText(Folder["recordings.db"], new string('?', 30_000)));

        await Finished(id);
        Directory.GetFiles(Folder.Path, "recordings.db.damaged-*").Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_being_recorded_is_no_orphan()
    {
        var caller = await Answered("300");
        WriteFile(caller.RecordedTo!, "so far");

        var report = await Compare();

        Paths(report, "orphans").Should().BeEmpty();
        report["files"]!.GetValue<int>().Should().Be(1);
        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Finished(caller.Info.Ref.Id);
        Paths(await Compare(), "orphans").Should().BeEmpty();
    }

    [Fact]
    public async Task A_recordings_folder_that_is_away_says_nothing_of_its_files()
    {
        var id = await Talk("300");
        await Finished(id);
        Directory.Move(Folder["recordings"], Folder["elsewhere"]);

        var report = await Compare();

        report["trouble"]!.ToString().Should().StartWith("The recordings folder is not there");
        Paths(report, "missing").Should().BeEmpty();
        await Finished(id);
    }

    [Fact]
    public async Task Index_and_files_are_compared_at_the_start_and_the_log_says_what_came_of_it()
    {
        await Talk("300", sound: null);
        // Before that its file could still come.
        await Says("has no file");
        await Restart();

        await Says("1 recordings have no file");
    }

    Task Says(string what) => Eventually.Holds(() =>
    {
        Logged().Should().Contain(what);
        return Task.CompletedTask;
    });

    static string[] Paths(JsonNode report, string list)
    {
        var paths = report[list]!["paths"]!.AsArray().Select(path => path!.ToString()).ToArray();
        report[list]!["count"]!.GetValue<int>().Should().Be(paths.Length);
        return paths;
    }
}
