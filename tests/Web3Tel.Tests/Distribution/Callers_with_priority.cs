using FluentAssertions;
using Web3Tel.Distribution;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Callers_with_priority
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Are_served_as_if_they_had_waited_for_so_much_longer()
    {
        var desk = new Desk().Joins("patient").Pass(61).Joins("first").Joins("vip", "1", Minute);
        (desk.Position("patient"), desk.Position("vip"), desk.Position("first")).Should().Be((1, 2, 3));
    }

    [Fact]
    public void Are_served_in_the_order_of_joining_among_their_equals()
    {
        var desk = new Desk().Joins("a", "1", Minute).Joins("b", "2", Minute).Joins("c", "3", Minute);
        (desk.Position("a"), desk.Position("b"), desk.Position("c")).Should().Be((1, 2, 3));
    }

    [Fact]
    public void Come_later_when_it_is_negative()
    {
        var desk = new Desk().Joins("can wait", "1", -Minute).Joins("anybody");
        (desk.Position("anybody"), desk.Position("can wait")).Should().Be((1, 2));
    }

    [Fact]
    public void Have_waited_no_longer_than_they_did()
    {
        var desk = new Desk("anna").Joins("vip", "1", Minute);
        var joined = desk.Now;
        desk.Caller("vip").Joined.Should().Be(joined);
        desk.Pass(5).Talks("anna").HangsUp("vip");
        desk.History.Last().WaitedSeconds.Should().Be(5);
    }

    [Fact]
    public void Get_whoever_answers_even_when_the_phone_rang_for_another()
    {
        var desk = new Desk("anna").Joins("first").Joins("vip", "1", Minute).Talks("anna");
        desk.CallerOf("anna").Should().Be("vip");
    }

    [Fact]
    public void Take_it_along_to_another_queue_unless_it_gives_them_another()
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales, new() { Name = "service" }] }).Joins("vip", "1", Minute).Joins("b", "2", Minute);
        desk.Do(new Event.Joined(desk.Now, Desk.Call("vip"), "service"));
        desk.Caller("vip").Priority.Should().Be(Minute);
        desk.Do(new Event.Joined(desk.Now, Desk.Call("b"), "service", Priority: TimeSpan.Zero));
        desk.Caller("b").Priority.Should().Be(TimeSpan.Zero);
        (desk.Position("vip"), desk.Position("b")).Should().Be((1, 2));
    }

    [Fact]
    public void Have_at_most_a_day_whatever_is_asked_for()
    {
        var desk = new Desk().Joins("greedy", "1", TimeSpan.MaxValue).Joins("humble", "2", TimeSpan.MinValue);
        desk.Caller("greedy").Priority.Should().Be(TimeSpan.FromDays(1));
        desk.Caller("humble").Priority.Should().Be(TimeSpan.FromDays(-1));
    }
}
