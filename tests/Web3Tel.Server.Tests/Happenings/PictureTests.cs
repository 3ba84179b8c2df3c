using FluentAssertions;
using Web3Tel.Server.Happenings;
using Xunit;

namespace Web3Tel.Server.Tests.Happenings;

public sealed class PictureTests
{
    [Fact]
    public void One_in_which_nothing_differs_is_the_same_picture()
    {
        var first = Picture.Nothing.Next([Queue("sales", 1)]);

        first.Next([Queue("sales", 1)]).Should().BeSameAs(first);
        first.Next([Queue("sales", 2)]).Number.Should().Be(first.Number + 1);
    }

    [Fact]
    public void A_reader_who_missed_pictures_is_told_the_difference_and_not_each_of_them()
    {
        var told = Picture.Nothing.Next([Queue("sales", 1), Queue("support", 1), Queue("old", 1)]);
        var missed = told.Next([Queue("sales", 2), Queue("support", 1), Queue("brief", 1)]);
        var now = missed.Next([Queue("sales", 3), Queue("support", 1)]);

        now.Changed(told).Should().Equal(Queue("sales", 3));
        told.Gone(now).Should().Equal(Queue("old", 1));
    }

    [Fact]
    public void Calls_that_have_ended_are_never_gone()
    {
        var told = Picture.Nothing.Next([new Piece(PieceType.Ended, "1", 1, 1)]);

        told.Gone(told.Next([new Piece(PieceType.Ended, "2", 2, 2)])).Should().BeEmpty();
    }

    static Piece Queue(string name, int waiting) => new(PieceType.Queue, name, waiting, waiting);
}
