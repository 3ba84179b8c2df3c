using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Callers_who_were_cut_off
{
    static readonly QueueSettings Keeping = Desk.Sales with { KeepPlaceFor = TimeSpan.FromSeconds(60) };

    [Fact]
    public void Get_their_old_place_back_when_they_ring_again_in_time()
    {
        var desk = new Desk(Keeping).Joins("a", "1", null).Joins("b", "2", null).HangsUp("a").Pass(59).Joins("again", "1", null);
        (desk.Position("again"), desk.Position("b")).Should().Be((1, 2));
        desk.Caller("again").Joined.Should().Be(desk.Now, "people are told the truth");
        desk.Caller("again").Journey.Should().Contain(step => step.What == JourneyEvent.PlaceGivenBack);
    }

    [Fact]
    public void Are_the_last_when_they_ring_again_too_late()
    {
        var desk = new Desk(Keeping).Joins("a", "1", null).Joins("b", "2", null).HangsUp("a").Pass(60).Joins("again", "1", null);
        (desk.Position("b"), desk.Position("again")).Should().Be((1, 2));
    }

    [Fact]
    public void Get_it_back_once()
    {
        var desk = new Desk(Keeping).Joins("a", "1", null).Joins("b", "2", null).HangsUp("a").Joins("again", "1", null).Joins("twin", "1", null);
        (desk.Position("again"), desk.Position("b"), desk.Position("twin")).Should().Be((1, 2, 3));
    }

    [Fact]
    public void Get_it_back_when_sight_of_them_was_lost()
    {
        var desk = new Desk(Keeping).Joins("a", "1", null).Joins("b", "2", null).IsLost("a").Pass(61).Joins("again", "1", null);
        (desk.Position("again"), desk.Position("b")).Should().Be((1, 2));
    }

    [Fact]
    public void Get_nothing_back_after_a_conversation_that_ended_as_it_should()
    {
        var desk = new Desk(Keeping, Desk.Serving("anna", "sales")).Joins("a", "1", null).Talks("anna").HangsUp("a")
            .Joins("b", "2", null).Joins("again", "1", null);
        (desk.Position("b"), desk.Position("again")).Should().Be((1, 2));
    }

    [Fact]
    public void Get_nothing_back_when_their_number_is_withheld_or_the_queue_keeps_no_places()
    {
        var withheld = new Desk(Keeping).Joins("a", "", null).Joins("b", "2", null).HangsUp("a").Joins("again", "", null);
        withheld.Position("again").Should().Be(2);
        var forgetful = new Desk(Desk.Sales).Joins("a", "1", null).Joins("b", "2", null).HangsUp("a").Joins("again", "1", null);
        forgetful.Position("again").Should().Be(2);
    }

    [Fact]
    public void Are_remembered_through_a_restart()
    {
        var desk = new Desk(Keeping).Joins("a", "1", null).HangsUp("a");
        var restored = OnDisk.Restored(desk.State);
        restored.KeptPlaces.Items.Should().Equal(desk.State.KeptPlaces.Items).And.ContainSingle().Which.Number.Should().Be("1");
    }

    [Fact]
    public void Are_forgotten_when_there_are_too_many()
    {
        var places = new Recollection<KeptPlace>();
        for (var n = 0; n <= Recollection<KeptPlace>.Most; n++)
        {
            places = places.With(new KeptPlace("sales", $"{n}", Desk.Opening, Desk.Opening.AddSeconds(n + 1)), Desk.Opening);
        }

        places.Items.Should().HaveCount(Recollection<KeptPlace>.Most);
        places.Find("sales/0", Desk.Opening).Should().BeNull();
        places.Find("sales/1", Desk.Opening).Should().NotBeNull();
    }
}
