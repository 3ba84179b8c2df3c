using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class RecordingRetentionTests : RecordingServiceTest
{
    static readonly RetentionRule[] Sales = [new("sales", 30)];

    CallCenterService Center => Service.Services.GetRequiredService<CallCenterService>();

    [Fact]
    public async Task What_a_rule_names_is_deleted_when_its_days_are_over_and_nothing_else()
    {
        var old = PathOf((await Finished(await Talk("300")))["path"]!.ToString());
        var unnamed = await Finished(await Talk("301", dialled: "2000"));
        WriteFile("2020/01/02/101502-300-anna-1f0c22ab.wav", "an orphan");

        await Run(Sales, after: TimeSpan.FromDays(29.9));
        (await Find()).Should().HaveCount(2);
        File.Exists(old).Should().BeTrue();

        await Run(Sales, after: TimeSpan.FromDays(30.1));
        (await Find()).Select(recording => recording!["id"]!.ToString()).Should().Equal(unnamed["id"]!.ToString());
        File.Exists(old).Should().BeFalse();
        File.Exists(PathOf(unnamed["path"]!.ToString())).Should().BeTrue();
        File.Exists(PathOf("2020/01/02/101502-300-anna-1f0c22ab.wav")).Should().BeTrue();
        Directory.Exists(Folder["recordings"]).Should().BeTrue();
    }

    [Fact]
    public async Task Recordings_of_no_queue_have_a_rule_of_their_own_and_all_that_no_rule_names_another()
    {
        var old = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(100);
        foreach (var (id, queue) in new[] { ("outgoing", null), ("sold", "sales"), ("gone", "closed-queue") })
        {
            Center.Recordings.Change(new RecordingChange.Put(Recorded.Of(id, old) with { Queue = queue }));
            WriteFile($"2026/11/24/{id}.wav", id);
        }

        await Center.Recordings.Flush();
        RetentionRule[] rules = [new("", 150, RetentionScope.Others), new("", 110, RetentionScope.NoQueue), new("sales", 200)];
        await Run(rules, after: TimeSpan.FromDays(5));
        (await Find()).Should().HaveCount(3);
        await Run(rules, after: TimeSpan.FromDays(20));
        (await Ids()).Should().BeEquivalentTo("sold", "gone");
        (await Service.Get("/api/audit"))[0]!["detail"]!.ToString().Should().StartWith("(no queue): 1 from before");
        await Run(rules, after: TimeSpan.FromDays(60));
        (await Ids()).Should().BeEquivalentTo(["sold"], "its queue has a rule, which is longer");
        await Run([new("", 150, RetentionScope.NoQueue)], after: TimeSpan.FromDays(1_000));
        (await Ids()).Should().BeEquivalentTo("sold");
    }

    [Fact]
    public async Task What_is_deleted_is_in_the_journal_by_id_and_in_the_audit_trail()
    {
        var (first, second) = (await Talk("300"), await Talk("301"));
        await Finished(second);

        await Run(Sales, after: TimeSpan.FromDays(31));

        var audit = (await Service.Get("/api/audit"))[0]!;
        (audit["by"]!.ToString(), audit["act"]!.ToString()).Should().Be(("retention", "deleteRecordings"));
        audit["detail"]!.ToString().Should().StartWith("sales: 2 from before ");
        var entry = (await Center.Journal.Read(audit["number"]!.GetValue<long>(), 1))[0];
        entry.Event.Should().BeOfType<Event.RecordingsDeleted>().Which.Calls.Should().BeEquivalentTo(first, second);
    }

    [Fact]
    public async Task Nothing_is_deleted_that_is_not_in_the_journal()
    {
        var id = await Talk("300");
        await Finished(id);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var run = () => Run(Sales, after: TimeSpan.FromDays(31), stopped.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        File.Exists(PathOf((await Finished(id))["path"]!.ToString())).Should().BeTrue();
    }

    [Fact]
    public async Task What_a_crash_left_over_is_deleted_the_next_time_and_a_file_that_is_gone_already_is_not_told_again()
    {
        var left = await Finished(await Talk("300"));
        var gone = await Finished(await Talk("301"));
        File.Delete(PathOf(gone["path"]!.ToString()));

        await Run(Sales, after: TimeSpan.FromDays(31));

        (await Find()).Should().BeEmpty();
        File.Exists(PathOf(left["path"]!.ToString())).Should().BeFalse();
        (await Service.Get("/api/audit"))[0]!["detail"]!.ToString().Should().StartWith("sales: 1 from");
    }

    [Fact]
    public async Task While_the_recordings_folder_is_away_no_recording_is_forgotten()
    {
        await Finished(await Talk("300"));
        Directory.Move(Folder["recordings"], Folder["elsewhere"]);

        await Run(Sales, after: TimeSpan.FromDays(31));

        (await Find()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_service_deletes_by_its_settings()
    {
        var id = await Talk("300");
        await Finished(id);
        var old = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(2);
        Center.Recordings.Change(new RecordingChange.Put(Recorded.Of("old", old, queue: "sales")));
        await Center.Recordings.Flush();
        More["Web3Tel:KeepRecordings:0:Queue"] = "sales";
        More["Web3Tel:KeepRecordings:0:Days"] = "1";

        await Restart();

        await Eventually.Holds(async () => (await Find()).Select(recording => recording!["id"]!.ToString()).Should().Equal(id));
    }

    async Task<IEnumerable<string>> Ids() => (await Find()).Select(recording => recording!["id"]!.ToString());

    async Task Run(RetentionRule[] rules, TimeSpan after, CancellationToken? cancellation = null)
    {
        var time = new VirtualTime(TimeProvider.System.GetUtcNow() + after);
        await new RecordingRetention(rules, Center, Center.Recordings, new RecordingFolder(Folder["recordings"]), time, NullLogger.Instance)
            .Run(cancellation ?? TestContext.Current.CancellationToken);
    }
}
