using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Skills;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Callers who are offered to the agent they spoke with last.</summary>
public sealed class Callers_who_ring_again
{
    static readonly QueueSettings Loyal = Desk.Sales with { SameAgentWithin = TimeSpan.FromDays(7), SameAgentWait = TimeSpan.FromSeconds(20) };

    [Fact]
    public void Are_offered_to_the_agent_they_spoke_with_last_though_others_have_been_idle_longer()
    {
        var desk = Spoken("1").Joins("again", "1", null);
        (desk.CallerOf("anna"), desk.CallerOf("boris")).Should().Be(("again", null));
        desk.Joins("other", "2", null).CallerOf("boris").Should().Be("other");
    }

    [Fact]
    public void Wait_for_that_agent_and_after_the_time_for_anybody()
    {
        var desk = Busy().Joins("again", "1", null).Pass(19.9);
        desk.CallerOf("boris").Should().BeNull();
        desk.Joins("other", "3", null).CallerOf("boris").Should().Be("other", "who waits for one agent alone keeps nobody back");
        desk.HangsUp("other").Pass(0.1);
        desk.CallerOf("boris").Should().Be("again");
    }

    [Fact]
    public void Get_the_agent_who_becomes_free_in_time_in_the_order_of_joining()
    {
        var desk = Busy().Joins("again", "1", null).Pass(5);
        desk.HangsUp("busy").Do(new Event.WrapUpEnded(desk.Now, "anna")).CallerOf("anna").Should().Be("again");

        var later = Busy();
        later.Do(new Event.AgentSignedOut(later.Now, "boris")).Joins("before", "3", null).Joins("again", "1", null);
        later.HangsUp("busy").Do(new Event.WrapUpEnded(later.Now, "anna")).CallerOf("anna").Should().Be("before", "first come is first served");
    }

    [Fact]
    public void Wait_no_longer_when_the_agent_refuses_or_goes()
    {
        var refused = Spoken("1").Joins("again", "1", null).Fails("anna", OfferOutcome.Rejected);
        refused.CallerOf("boris").Should().Be("again");

        var gone = Busy().Joins("again", "1", null);
        gone.Do(new Event.AgentTookBreak(gone.Now, "anna", "break")).CallerOf("boris").Should().Be("again");

        var signedOut = Spoken("1").Joins("again", "1", null);
        signedOut.Do(new Event.AgentSignedOut(signedOut.Now, "anna")).CallerOf("boris").Should().Be("again", "Anna's phone rang already");
    }

    [Fact]
    public void Are_anybodys_when_the_agent_is_not_at_work_or_serves_another_queue_or_lacks_the_skills()
    {
        var desk = Spoken("1");
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Joins("again", "1", null).CallerOf("boris").Should().Be("again");

        var moved = Spoken("1");
        moved.Do(new Event.Configured(moved.Now, moved.State.Configuration with
        {
            Queues = [Loyal, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "service"), Desk.Serving("boris", "sales")],
        }));
        moved.Joins("again", "1", null).CallerOf("boris").Should().Be("again");

        var unskilled = Spoken("1");
        unskilled.Do(new Event.Configured(unskilled.Now, unskilled.State.Configuration with
        {
            Queues = [Loyal with { Skills = SkillSet.FromText("en:1") }],
            Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales") with { Skills = SkillSet.FromText("en:1") }],
        }));
        unskilled.Joins("again", "1", null).CallerOf("boris").Should().Be("again");
    }

    [Fact]
    public void Are_anybodys_when_the_agent_leaves_the_queue_while_they_wait()
    {
        var desk = Busy().Joins("again", "1", null);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with
        {
            Queues = [Loyal, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "service"), Desk.Serving("boris", "sales")],
        }));
        desk.CallerOf("boris").Should().Be("again");
    }

    [Fact]
    public void Are_anybodys_after_the_days_and_when_their_number_is_withheld_or_the_queue_does_not_care()
    {
        var late = Spoken("1");
        late.Now += TimeSpan.FromDays(7);
        late.Joins("again", "1", null).CallerOf("boris").Should().Be("again");

        Spoken("").Joins("again", "", null).CallerOf("boris").Should().Be("again");

        var indifferent = Spoken("1");
        indifferent.Do(new Event.Configured(indifferent.Now, indifferent.State.Configuration with { Queues = [Desk.Sales] }));
        indifferent.Joins("again", "1", null).CallerOf("boris").Should().Be("again");
    }

    [Fact]
    public void Have_a_shorter_memory_as_soon_as_the_queue_has()
    {
        var desk = Spoken("1");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Queues = [Loyal with { SameAgentWithin = TimeSpan.FromMinutes(1) }] }));
        desk.Pass(60).Joins("again", "1", null).CallerOf("boris").Should().Be("again");
    }

    [Fact]
    public void Come_first_to_a_level_that_is_not_open_yet()
    {
        var desk = Spoken("1", Loyal with { LevelWait = TimeSpan.FromSeconds(60) }, new Tier("sales", 2)).Joins("again", "1", null);
        desk.CallerOf("anna").Should().Be("again");
    }

    [Fact]
    public void Do_not_wait_for_the_same_agent_again_when_the_conversation_broke_off_into_the_queue()
    {
        var desk = Spoken("1").Joins("again", "1", null).Talks("anna");
        desk.Asks(at => new Event.HoldAsked(at, Desk.Call("again"))).Do(new Event.CallArrived(desk.Now, Desk.Call("again"), "1", "", "1000", desk.Now));
        desk.AgentHangsUp("anna").CallerOf("boris").Should().Be("again");
    }

    [Fact]
    public void Lose_nothing_by_hanging_up_or_going_out_of_sight_while_they_wait()
    {
        var desk = Busy().Joins("again", "1", null).HangsUp("again");
        desk.State.Queues["sales"].Loyal.Should().BeEmpty();
        desk.Joins("once more", "1", null).IsLost("once more").Pass(2);
        desk.HangsUp("busy").Do(new Event.WrapUpEnded(desk.Now, "anna")).CallerOf("anna").Should().BeNull("the caller may be back any moment");
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("once more"), "1", "", "1000", desk.Now)).CallerOf("anna").Should().Be("once more");
    }

    [Fact]
    public void Are_remembered_through_a_restart_and_so_is_for_whom_they_wait()
    {
        var desk = Busy().Joins("again", "1", null).Joins("twice", "1", null);
        var json = OnDisk.Json(desk.State);
        var restored = OnDisk.Restored(json);
        restored.LastAgents.Items.Should().Equal(desk.State.LastAgents.Items).And.Contain(last => last.Number == "1" && last.Agent == "anna");
        restored.Queues["sales"].Loyal["anna"].Unoffered.Should().Equal(desk.State.Queues["sales"].Loyal["anna"].Unoffered).And.HaveCount(2);
        OnDisk.Json(restored).Should().Be(json);
    }

    [Fact]
    public void Are_forgotten_when_there_are_too_many()
    {
        var agents = new Recollection<LastAgent>();
        for (var n = 0; n <= Recollection<LastAgent>.Most; n++)
        {
            agents = agents.With(new LastAgent("sales", $"{n}", "anna", Desk.Opening, Desk.Opening.AddSeconds(n + 1)), Desk.Opening);
        }

        agents.Items.Should().HaveCount(Recollection<LastAgent>.Most);
    }

    /// <summary>Who rang from the number has talked with Anna; both are ready, Boris for longer.</summary>
    static Desk Spoken(string number, QueueSettings? queue = null, params Tier[] tiers)
    {
        var desk = new Desk(queue ?? Loyal, Desk.Serving("anna", "sales") with { Tiers = [.. tiers] }, Desk.Serving("boris", "sales") with { SignedIn = false });
        desk.Joins("first", number, null).Pass(60).Talks("anna").Do(new Event.AgentSignedIn(desk.Now, "boris"));
        desk.Pass(5).HangsUp("first").Pass(30);
        desk.CallerOf("anna").Should().BeNull();
        return desk;
    }

    /// <summary>The same, and Anna talks with somebody else.</summary>
    static Desk Busy()
    {
        var desk = Spoken("1");
        desk.Do(new Event.AgentTookBreak(desk.Now, "boris", "break")).Joins("busy", "2", null).Talks("anna");
        return desk.Do(new Event.AgentReady(desk.Now, "boris"));
    }
}
