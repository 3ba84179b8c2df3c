using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

public sealed class Numbers_that_may_be_called
{
    [Theory]
    [InlineData("", "", "", "", true)]
    [InlineData("+7", "", "", "", true)]
    [InlineData("+44", "", "", "", false)]
    [InlineData("", "+7", "", "", false)]
    [InlineData("+7916", "+7", "", "", true)]
    [InlineData("+7", "+7916", "", "", false)]
    [InlineData("+7", "+7", "", "", false)]
    [InlineData("", "*", "", "", false)]
    [InlineData("", "*", "+7916", "", true)]
    [InlineData("+7", "", "", "*", false)]
    [InlineData("", "", "+44", "", false)]
    public void The_longest_prefix_decides_and_the_operators_own_come_first(string allowed, string blocked, string ownAllowed, string ownBlocked, bool may)
    {
        var desk = OutgoingDesk.Open(
            outgoing => outgoing with { Allowed = [.. List(allowed)], Blocked = [.. List(blocked)] },
            anna => anna with { OutgoingAllowed = [.. List(ownAllowed)], OutgoingBlocked = [.. List(ownBlocked)] });
        desk.Dials().Effects.OfType<Effect.Invite>().Should().HaveCount(may ? 1 : 0);
        desk.Effects.OfType<Effect.Tell>().Select(tell => tell.Problem).Should().Equal(may ? [] : [OutgoingProblem.NumberRefused]);
    }

    [Fact]
    public void One_that_is_refused_is_told_and_stands_in_the_history()
    {
        var desk = OutgoingDesk.Open(outgoing => outgoing with { Blocked = ["+7"] }).Dials().Told().AnnaHangsUp();
        desk.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Refused && call.Journey[1].What == JourneyEvent.NumberRefused);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Without_a_line_out_none_is()
    {
        var desk = OutgoingDesk.Open();
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { LineOut = null })).Dials();
        desk.Effects.OfType<Effect.Tell>().Single().Problem.Should().Be(OutgoingProblem.NoLineOut);
    }

    [Fact]
    public void Who_is_signed_out_calls_only_where_that_is_allowed()
    {
        var desk = OutgoingDesk.Open(outgoing => outgoing with { WhenSignedOut = false });
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Dials().Effects.OfType<Effect.Tell>().Single().Problem.Should().Be(OutgoingProblem.SignedOut);
        var other = OutgoingDesk.Open();
        other.Do(new Event.AgentSignedOut(other.Now, "anna")).Dials().Talk().AnnaHangsUp().Agent("anna").Should().BeOfType<AgentState.SignedOut>();
    }

    [Theory]
    [InlineData("*90")]
    [InlineData("12#3")]
    [InlineData("++7")]
    [InlineData("")]
    public void What_is_no_number_is_refused(string number) =>
        OutgoingDesk.Open().Dials(number).Effects.OfType<Effect.Tell>().Single().Problem.Should().Be(OutgoingProblem.NumberRefused);

    [Fact]
    public void The_number_shown_is_the_operators_own_or_that_of_all_or_one_that_was_asked_for()
    {
        Shown(OutgoingDesk.Open().Dials()).Should().Be("+74950000000");
        Shown(OutgoingDesk.Open(anna: anna => anna with { OutgoingNumber = "+74951111111" }).Dials()).Should().Be("+74951111111");
        Shown(OutgoingDesk.Open(outgoing => outgoing with { MayShow = ["88002000600"] }).AsksFor(shown: "88002000600").AnnaAnswers()).Should().Be("88002000600");
        var desk = OutgoingDesk.Open();
        AgentCommand.Refusal(desk.State, new Event.CallAsked(desk.Now, "anna", OutgoingDesk.Number, "12345")).Should().Contain("12345");
    }

    [Fact]
    public void All_errors_of_the_settings_come_at_once() => new Configuration
    {
        Queues = [Desk.Sales],
        Agents = [Desk.Serving("anna", "sales") with { OutgoingNumber = "Anna", OutgoingAllowed = ["", "7-9"], OutgoingBlocked = ["*1"] }],
        Outgoing = new OutgoingSettings { Shown = "us", MayShow = ["we"], Allowed = ["x"], Blocked = ["+7+"], RingTime = TimeSpan.FromDays(2), WrapUp = TimeSpan.FromSeconds(-1) },
    }.Problems().Should().HaveCount(10);

    static string Shown(Desk desk) => desk.Effects.OfType<Effect.Invite>().Single().Dial.CallerNumber;

    static string[] List(string text) => text.Length == 0 ? [] : [text];
}
