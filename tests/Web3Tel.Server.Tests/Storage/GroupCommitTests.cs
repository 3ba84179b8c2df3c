using FluentAssertions;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class GroupCommitTests : IDisposable
{
    static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);

    readonly StorageThread thread = new("test");
    readonly VirtualTime time = new(DateTimeOffset.UnixEpoch);
    readonly List<string> groups = [];
    readonly List<(string Why, int Waiting)> failures = [];
    readonly GroupCommit<int> commits;
    int failuresToCome;

    public GroupCommitTests() => commits = new GroupCommit<int>(thread, time, Gather, Commit, (why, waiting) => failures.Add((why.Message, waiting)));

    public void Dispose()
    {
        commits.Dispose();
        thread.Dispose();
    }

    [Fact]
    public async Task What_comes_after_a_quiet_time_is_committed_at_once_and_what_comes_soon_after_it_together()
    {
        commits.Add(1);
        await Idle();
        commits.Add(2);
        commits.Add(3);
        await Idle();
        groups.Should().Equal("1");

        time.Advance(Gather);
        await Idle();
        groups.Should().Equal("1", "2 3");
    }

    [Fact]
    public async Task A_failed_commit_is_tried_again_later_and_later_with_what_came_since()
    {
        failuresToCome = 2;
        commits.Add(1);
        await Idle();
        commits.Trouble.Should().Be("No space left on device");

        commits.Add(2);
        time.Advance(TimeSpan.FromMilliseconds(250));
        await Idle();
        time.Advance(TimeSpan.FromMilliseconds(499));
        await Idle();
        groups.Should().BeEmpty();
        failures.Should().Equal(("No space left on device", 1), ("No space left on device", 2));

        time.Advance(TimeSpan.FromMilliseconds(1));
        await Idle();
        groups.Should().Equal("1 2");
        commits.Trouble.Should().BeNull();
    }

    [Fact]
    public async Task A_flush_commits_what_is_there_without_waiting()
    {
        commits.Add(1);
        await Idle();
        commits.Add(2);

        await commits.Flush();

        groups.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_flush_tells_that_it_failed()
    {
        failuresToCome = 2;
        commits.Add(1);
        await Idle();

        var flush = commits.Flush;

        await flush.Should().ThrowAsync<IOException>();
    }

    Task Idle() => thread.Run(() => { });

    void Commit(IReadOnlyList<int> items)
    {
        if (failuresToCome > 0)
        {
            failuresToCome--;
            throw new IOException("No space left on device");
        }

        groups.Add(string.Join(' ', items));
    }
}
