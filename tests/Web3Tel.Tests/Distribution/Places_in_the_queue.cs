using FluentAssertions;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Places_in_the_queue
{
    [Fact]
    public void Count_from_one_and_move_up_when_somebody_leaves()
    {
        var desk = new Desk().Joins("a").Joins("b").Joins("c");
        (desk.Position("a"), desk.Position("b"), desk.Position("c")).Should().Be((1, 2, 3));
        desk.HangsUp("b");
        (desk.Position("a"), desk.Position("b"), desk.Position("c")).Should().Be((1, null, 2));
    }

    [Fact]
    public void Are_nobodys_who_is_not_waiting()
    {
        var desk = new Desk("anna").Arrives("greeted").Joins("talking").Talks("anna");
        desk.Position("greeted").Should().BeNull();
        desk.Position("talking").Should().BeNull();
        desk.Position("unheard of").Should().BeNull();
    }

    [Fact]
    public void Are_the_same_as_by_counting_for_a_thousand_callers_who_come_and_go()
    {
        var random = new Random(7);
        var desk = new Desk();
        var waiting = new List<string>();
        for (var n = 0; n < 1_000; n++)
        {
            desk.Joins($"caller{n}");
            waiting.Add($"caller{n}");
            if (random.Next(3) == 0)
            {
                var leaver = waiting[random.Next(waiting.Count)];
                waiting.Remove(leaver);
                desk.HangsUp(leaver);
            }
        }

        waiting.Select(desk.Position).Should().Equal(Enumerable.Range(1, waiting.Count).Select(n => (int?)n));
    }
}
