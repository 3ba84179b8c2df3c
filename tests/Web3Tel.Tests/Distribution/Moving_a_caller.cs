using FluentAssertions;
using Web3Tel.Auditing;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Moving_a_caller
{
    [Theory]
    [InlineData("d", 1, "d a b c e")]
    [InlineData("d", 2, "a d b c e")]
    [InlineData("a", 3, "b c a d e")]
    [InlineData("a", 99, "b c d e a")]
    [InlineData("c", 3, "a b c d e")]
    public void Gives_the_place_asked_for_and_leaves_all_others_in_their_order(string who, int position, string order)
    {
        var desk = Waiting("a", "b", "c", "d", "e");
        Move(desk, who, position);
        Order(desk).Should().Be(order);
        desk.Joins("late");
        Order(desk).Should().Be(order + " late", "who comes later stands behind");
    }

    [Fact]
    public void Any_number_of_times_between_the_same_two()
    {
        var desk = Waiting("a", "b", "c", "d", "e", "f");
        foreach (var who in new[] { "f", "e", "d", "c", "b", "f", "e", "d" })
        {
            Move(desk, who, 2);
        }

        Order(desk).Should().Be("a d e f b c");
        Move(desk, "b", 1);
        Move(desk, "c", 1);
        Order(desk).Should().Be("c b a d e f");
    }

    [Fact]
    public void Whoever_answers_gets_the_one_moved_to_the_front_whomever_the_phone_rang_for()
    {
        var desk = Open("anna").Joins("a").Joins("b");
        Move(desk, "b", 1);
        desk.CallerOf("anna").Should().Be("a");
        desk.Answers("anna").CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void Is_in_the_journey_and_the_audit_trail_and_explained()
    {
        var desk = Waiting("a", "b");
        Move(desk, "b", 1);
        desk.Caller("b").Journey.Last().Should().Be(new JourneyStep(desk.Now, JourneyEvent.Moved, null, "sales: 1, boss"));
        desk.State.Audit.Values.Single().Should().Match<AuditRecord>(record => record.By == "boss" && record.Act == AuditedAct.Move && record.Detail == "b: 1");
        Words.In(Web3Tel.Speech.Language.English).Say(desk.Moments.Last().Of(Desk.Call("b")).Single()).Should().EndWith("moved in the queue by a supervisor (sales: 1, boss)");
    }

    [Fact]
    public void The_call_itself_remembers_the_new_place()
    {
        var desk = Waiting("a", "b");
        Move(desk, "b", 1);
        var memory = desk.Effects.OfType<Effect.Remember>().Single().Variables;
        TimeOfJoining.FromText(memory[CallVariables.Place]).Should().BeBefore(desk.Caller("a").Joined!.Value);
        TimeOfJoining.FromText(memory[CallVariables.Joined]).Should().Be(desk.Caller("b").Joined, "the time waited is the real one");
    }

    [Fact]
    public void To_another_queue_keeps_the_time_waited_and_whatever_that_queue_says_lets_the_caller_in()
    {
        var desk = Waiting("a");
        desk.Pass(30).Joins("x", "service").Joins("y", "service");
        desk.Do(new Event.MoveAsked(desk.Now, Desk.Call("a"), "service", null, "boss"));
        desk.State.Queues["service"].Line.Select(place => place.Call.Id).Should().Equal("a", "x", "y");
        desk.Do(new Event.MoveAsked(desk.Now, Desk.Call("y"), "sales", null, "boss")).Do(new Event.MoveAsked(desk.Now, Desk.Call("a"), "sales", 2, "boss"));
        Order(desk).Should().Be("y a");
        desk.Caller("a").Journey.Select(step => step.What).Should().ContainInOrder(JourneyEvent.Moved, JourneyEvent.Joined);
    }

    [Fact]
    public void A_phone_that_rang_for_who_goes_to_another_queue_rings_for_the_next()
    {
        var desk = Open("anna").Joins("a").Joins("b");
        desk.Do(new Event.MoveAsked(desk.Now, Desk.Call("a"), "service", 1, "boss")).CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void Who_is_expected_back_and_is_moved_back_keeps_nobody_waiting()
    {
        var desk = Waiting("a", "b").IsLost("a");
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).CallerOf("anna").Should().BeNull("a came first and is expected back");
        Move(desk, "a", 2);
        desk.CallerOf("anna").Should().Be("b");
        desk.Effects.OfType<Effect.Remember>().Should().BeEmpty("the call is not held");
        Order(desk.Arrives("a")).Should().Be("b a");
    }

    [Fact]
    public void Who_is_expected_back_and_is_hung_up_or_leaves_by_a_key_keeps_nobody_waiting()
    {
        foreach (var leaves in new Func<Desk, Event>[]
        {
            desk => new Event.HangUpAsked(desk.Now, Desk.Call("a"), "boss"),
            desk => new Event.KeyPressed(desk.Now, Desk.Call("a"), '9'),
        })
        {
            var desk = Waiting("a", "b").IsLost("a");
            desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).CallerOf("anna").Should().BeNull();
            desk.Do(leaves(desk)).CallerOf("anna").Should().Be("b");
        }
    }

    [Fact]
    public void Counts_on_through_a_restart()
    {
        var desk = Waiting("a", "b", "c");
        Move(desk, "c", 1);
        OnDisk.Restored(desk.State).Queues["sales"].Line.Select(place => place.Call.Id).Should().Equal("c", "a", "b");
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_what_to_do_and_changes_nothing()
    {
        var desk = Open("anna").Joins("a").Joins("b").Talks("anna");
        Refusal(desk, "a", null, 1).Should().Be("The caller waits in no queue.");
        Refusal(desk, "b", "nowhere", 1).Should().Be("There is no queue 'nowhere'.");
        Refusal(desk, "b", "sales", null).Should().Be("The caller waits in sales already: give a place, or another queue.");
        Refusal(desk, "b", null, 0).Should().Be("0 is no place: the first is 1.");
        Refusal(desk, "nobody", null, 1).Should().Be("There is no call 'nobody'.");
        Move(desk, "b", 0);
        desk.State.Ignored.Should().Be(1);
        desk.State.Audit.Should().BeEmpty();
    }

    [Fact]
    public void Between_two_of_the_same_moment_nobody_fits_and_that_is_told()
    {
        var desk = Open();
        desk.Arrives("a").Do(new Event.Joined(desk.Now, Desk.Call("a"), "sales"));
        desk.Arrives("b").Do(new Event.Joined(desk.Now, Desk.Call("b"), "sales"));
        desk.Joins("c").Joins("d");
        Move(desk, "d", 1);
        Move(desk, "d", 4);
        Refusal(desk, "d", null, 2).Should().BeNull("one tick is between the first two, and d reached us after the first of them");
        var one = new Caller(Desk.Call("one"), -1, "", "", "", desk.Now) { State = new CallerState.Waiting(null), Queue = "sales", Joined = desk.Now };
        desk.State.Queues["sales"].TimeAt(one, 2, desk.Now).Should().NotBeNull("one who reached us first may share the time of the second");
        var (first, second) = (new Place(desk.Now, 5, Desk.Call("p")), new Place(desk.Now, 6, Desk.Call("q")));
        var line = new Queue(Desk.Sales) { Line = [first, second] };
        line.TimeAt(one with { Sequence = 7 }, 2, desk.Now).Should().BeNull();
    }

    static string? Refusal(Desk desk, string who, string? queue, int? position) =>
        TalkCommand.Refusal(desk.State, new Event.MoveAsked(desk.Now, Desk.Call(who), queue, position));

    static void Move(Desk desk, string who, int position) => desk.Do(new Event.MoveAsked(desk.Now, Desk.Call(who), null, position, "boss"));

    static string Order(Desk desk) => string.Join(' ', desk.State.Queues["sales"].Line.Select(place => place.Call.Id));

    static Desk Waiting(params string[] callers)
    {
        var desk = Open();
        foreach (var caller in callers)
        {
            desk.Pass(1).Joins(caller);
        }

        return desk;
    }

    static Desk Open(params string[] agents) => new(new Configuration
    {
        Queues = [Desk.Sales with { ExitKeys = [new('9', new NextStep.HangUp())] }, new() { Name = "service", MaxLength = 2 }],
        Agents = [Desk.Serving("anna", "sales") with { SignedIn = agents.Contains("anna") }],
    });
}
