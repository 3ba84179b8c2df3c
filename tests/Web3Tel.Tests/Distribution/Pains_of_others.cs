using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>What users of other call centers report again and again, each as a test that it does not happen here.</summary>
public sealed class Pains_of_others
{
    [Theory]
    [InlineData("ringing")]
    [InlineData("out of sight")]
    [InlineData("whispering")]
    [InlineData("connecting")]
    [InlineData("parted")]
    [InlineData("wrap-up")]
    [InlineData("resting")]
    [InlineData("break")]
    public void No_operator_is_stuck_in_a_state_when_nothing_more_is_heard(string state)
    {
        var desk = new Desk(Desk.Sales with { Whisper = state == "whispering" ? "tone" : null }, Desk.Serving("anna", "sales")).Joins("caller");
        desk = state switch
        {
            "ringing" => desk,
            "out of sight" => desk.Fails("anna", OfferOutcome.LostSight),
            "whispering" or "connecting" => desk.Answers("anna"),
            "parted" => desk.Talks("anna").Do(new Event.Unbridged(desk.Now, Desk.Call("caller"))),
            "wrap-up" => desk.Talks("anna").HangsUp("caller"),
            "resting" => desk.Fails("anna", OfferOutcome.Rejected),
            _ => desk.HangsUp("caller").Do(new Event.AgentTookBreak(desk.Now, "anna", "break")),
        };
        var stuck = desk.Agent("anna");
        stuck.Should().NotBeOfType<AgentState.Ready>();
        desk.Pass(5 * 3600).Agent("anna").Should().NotBe(stuck);
    }

    [Fact]
    public void No_ghost_of_a_caller_who_left_unseen_stays_in_the_queue_or_is_offered_to_anybody()
    {
        var desk = new Desk(Desk.Sales, Desk.Serving("anna", "sales") with { SignedIn = false });
        desk.Joins("ghost").Joins("caller").IsLost("ghost").Do(new Event.AgentSignedIn(desk.Now, "anna"));
        desk.Pass(5).CallerOf("anna").Should().Be("caller");
        desk.Pass(55).State.Callers.Should().NotContainKey(Desk.Call("ghost"));
        desk.AllEffects.OfType<Effect.Ring>().Select(ring => ring.Dial.CallerName).Should().NotContain("ghost");
        desk.History.Single().Result.Should().Be(CallResult.Lost);
    }

    [Fact]
    public void Wrap_up_for_one_queue_keeps_the_callers_of_all_others_away_however_heavy_they_are()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales, new QueueSettings { Name = "service", Weight = 10, WrapUp = TimeSpan.Zero }],
            Agents = [Desk.Serving("anna", "sales", "service")],
        });
        desk.Joins("caller").Talks("anna").HangsUp("caller").Joins("other", "service");
        desk.Pass(9.9).CallerOf("anna").Should().BeNull();
        desk.Pass(0.1).CallerOf("anna").Should().Be("other");
    }

    [Fact]
    public void Whoever_rejected_is_not_rung_again_while_the_rest_lasts_nor_while_others_are_ready()
    {
        var desk = new Desk("anna", "boris").Joins("caller").Fails("anna", OfferOutcome.Rejected);
        desk.CallerOf("boris").Should().Be("caller");
        desk.Fails("boris", OfferOutcome.NoAnswer).Pass(9.9).State.Offers.Should().BeEmpty("both rest");
        desk.Pass(0.1).CallerOf("anna").Should().Be("caller");
        desk.Fails("anna", OfferOutcome.Rejected).Pass(20);
        desk.CallerOf("boris").Should().BeNull();
    }

    [Fact]
    public void One_operator_is_never_offered_two_callers_whichever_queues_they_wait_in()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales, new QueueSettings { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales", "service")],
        });
        foreach (var step in (Func<Desk, Desk>[])[
            d => d.Joins("a"), d => d.Joins("b", "service"), d => d.Joins("c"), d => d.Answers("anna"), d => d.Joins("d", "service"),
            d => d.Connects("anna"), d => d.HangsUp("a"), d => d.Pass(10), d => d.IsLost("b"), d => d.Pass(5)])
        {
            step(desk).State.Offers.Values.Count(offer => offer.Agent == "anna").Should().BeLessThanOrEqualTo(1);
        }

        desk.AllEffects.OfType<Effect.Ring>().Should().HaveCountGreaterThan(1, "the test would show nothing otherwise");
    }

    [Fact]
    public void Dispatch_does_not_stop_after_events_that_make_no_sense_or_effects_that_fail()
    {
        var desk = new Desk("anna");
        var ghost = Desk.Call("never heard of");
        foreach (var nonsense in (Event[])[
            new Event.OfferAnswered(desk.Now, 99), new Event.OfferFailed(desk.Now, 99, OfferOutcome.Busy), new Event.Connected(desk.Now, 99, ghost),
            new Event.CallEnded(desk.Now, ghost, HangupCause.NormalClearing, HungUpBy.Party), new Event.Joined(desk.Now, ghost, "no such queue"),
            new Event.Unbridged(desk.Now, ghost), new Event.EffectFailed(desk.Now, "Ring", "by chance"), new Event.AgentSignedIn(desk.Now, "nobody"),
            new Event.Configured(desk.Now, new Configuration { Queues = [Desk.Sales, Desk.Sales] }), new Event.Woke(desk.Now)])
        {
            desk.Do(nonsense);
        }

        desk.Joins("caller").CallerOf("anna").Should().Be("caller");
    }

    [Theory]
    [InlineData(OfferOutcome.Rejected)]
    [InlineData(OfferOutcome.Busy)]
    [InlineData(OfferOutcome.NoAnswer)]
    [InlineData(OfferOutcome.Unreachable)]
    [InlineData(OfferOutcome.LostSight)]
    public void Dispatch_does_not_stop_when_every_phone_fails(OfferOutcome outcome)
    {
        var desk = new Desk("anna", "boris").Joins("caller").Fails("anna", outcome);
        desk.Fails("boris", outcome).Pass(120);
        desk.AllEffects.OfType<Effect.Ring>().Should().HaveCountGreaterThan(2, "time alone brings the next offer");
    }

    [Fact]
    public void A_reload_of_the_settings_wipes_no_state()
    {
        var desk = new Desk("anna", "boris", "clara", "dora", "emil").Joins("talks").Talks("anna");
        desk.Joins("rejected").Fails("boris", OfferOutcome.Rejected).Talks("clara").HangsUp("rejected");
        desk.Do(new Event.AgentTookBreak(desk.Now, "dora", "break")).Do(new Event.AgentSignedOut(desk.Now, "emil")).Joins("waits").Joins("last");
        desk.State.Agents.Values.Select(agent => agent.State.GetType()).Should().OnlyHaveUniqueItems();
        var before = Written(desk.State);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration));
        Written(desk.State).Should().Be(before);
        desk.Effects.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Strategy.LongestIdle)]
    [InlineData(Strategy.Random)]
    public void First_come_is_first_served_under_load(Strategy strategy)
    {
        var queue = Desk.Sales with { Strategy = strategy, WrapUp = TimeSpan.FromSeconds(1) };
        var desk = new Desk(queue, [.. Enumerable.Range(1, 30).Select(n => Desk.Serving($"agent{n}", "sales"))]);
        var random = new Random(11);
        var joined = 0;
        for (var step = 0; step < 4_000; step++)
        {
            if (joined < 300 || random.Next(3) == 0)
            {
                desk.Joins($"{joined++}");
            }

            desk.Pass(0.05);
            var offers = desk.State.Offers.Values.ToArray();
            if (offers.Length > 0)
            {
                Happens(desk, offers[random.Next(offers.Length)], random.Next(4));
            }
        }

        var served = desk.AllEffects.OfType<Effect.Connect>().Select(connect => int.Parse(connect.Call.Id, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        served.Should().HaveCountGreaterThan(500).And.BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    static void Happens(Desk desk, Offer offer, int luck) => _ = offer.State switch
    {
        OfferState.Ringing => luck == 0 ? desk.Fails(offer.Agent, OfferOutcome.Rejected) : desk.Answers(offer.Agent),
        OfferState.Connecting => desk.Connects(offer.Agent),
        _ => desk.HangsUp(offer.Call.Id),
    };

    static string Written(CallCenter state) =>
        OnDisk.Json(state with { Number = 0 });
}
