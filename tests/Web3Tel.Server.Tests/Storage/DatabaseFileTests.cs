using FluentAssertions;
using LiteDB;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class DatabaseFileTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    [Fact]
    public void What_was_settled_is_there_after_a_crash()
    {
        var file = Open();
        Insert(file, 1);
        file.Settle();
        file.Abandon();

        Ids().Should().Equal(1);
    }

    [Fact]
    public void Closing_in_good_order_leaves_no_log()
    {
        using (var file = Open())
        {
            Insert(file, 1);
        }

        Directory.GetFiles(folder.Path).Should().Equal(folder["a.db"]);
        Ids().Should().Equal(1);
    }

    [Fact]
    public async Task A_settle_waits_for_the_disk_which_a_commit_of_LiteDB_does_not()
    {
        using var thread = new StorageThread("test");
        var file = await thread.Run(Open);
        disk.HoldFlushes();

        await thread.Run(() => Insert(file, 1));
        var settle = thread.Run(file.Settle);
        disk.AwaitHeldFlush().Should().BeTrue();
        settle.IsCompleted.Should().BeFalse();

        disk.LetFlushesPass();
        await settle;
        await thread.Run(file.Abandon);
        Ids().Should().Equal(1);
    }

    [Fact]
    public void A_full_disk_fails_the_settle_and_the_next_one_succeeds_when_there_is_room_again()
    {
        var file = Open();
        Insert(file, 1);
        disk.Full = true;
        var settle = file.Settle;
        settle.Should().Throw<IOException>();
        file.IsUnsettled.Should().BeTrue();

        disk.Full = false;
        file.Settle();
        file.Abandon();

        Ids().Should().Equal(1);
    }

    [Fact]
    public void A_checkpoint_that_fails_loses_nothing()
    {
        var file = Open();
        for (var id = 1; id <= 1500; id++)
        {
            Insert(file, id, size: 8_000);
        }

        file.Settle();
        disk.Full = true;
        var tidy = file.Tidy;
        tidy.Should().Throw<IOException>();
        file.Abandon();
        disk.Full = false;

        Ids().Should().HaveCount(1500);
    }

    static void Insert(DatabaseFile file, int id, int size = 10) =>
        file.Commit(() => file.Collection("c").Insert(new BsonDocument { ["_id"] = id, ["text"] = new string('x', size) }));

    DatabaseFile Open() => new(folder["a.db"], disk.Open);

    List<int> Ids()
    {
        using var file = Open();
        return [.. file.Collection("c").FindAll().Select(document => document["_id"].AsInt32)];
    }
}
