using System.Runtime.CompilerServices;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;

namespace Web3Tel.Tests.Explanation;

public sealed class Why_with_skills_and_levels
{
    [Fact]
    public void Who_lacks_the_skills_is_told_with_what_is_missing()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "en:1"), Can("boris", "en:2,billing:1")).Asks("a", "en:2,billing:1");
        Said(desk, "a").Should().Be("10:00:00 offered to boris: longest idle, 0 s; anna: lacks skills (billing:1,en:2)");
        Said(desk, "a", Language.Russian).Should().EndWith("anna: нет навыков (billing:1,en:2)");
    }

    [Fact]
    public void The_best_skilled_is_told_with_the_points_of_each()
    {
        var desk = new Desk(Desk.Sales with { Strategy = Strategy.BestSkilled }, Can("anna", "en:1"), Can("boris", "en:3"));
        Said(desk.Asks("a", "en:1"), "a").Should().EndWith("offered to boris: best skills, 3 points; anna: later in turn, 1 points");
    }

    [Fact]
    public void Who_is_on_a_level_that_is_not_open_is_told_and_later_is_on_a_higher_one()
    {
        var second = Desk.Serving("boris", "sales") with { Tiers = [new Tier("sales", Level: 2)] };
        var desk = new Desk(Desk.Sales with { LevelWait = TimeSpan.FromSeconds(10) }, Desk.Serving("anna", "sales"), second).Joins("a");
        Said(desk, "a").Should().EndWith("boris: on level 2, not open for this caller yet");
    }

    [Fact]
    public void The_one_spoken_with_last_is_told()
    {
        var desk = new Desk(Desk.Sales with { SameAgentWithin = TimeSpan.FromDays(1) }, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales") with { SignedIn = false });
        desk.Joins("first", "1", null).Talks("anna").Do(new Event.AgentSignedIn(desk.Now, "boris")).HangsUp("first").Pass(20).Joins("again", "1", null);
        Said(desk, "again").Should().EndWith("offered to anna: the one the caller spoke with last; boris: the caller waits for another, spoken with last");
        Said(desk, "again", Language.Russian).Should().Contain("с ним звонящий говорил в прошлый раз");
    }

    [Fact]
    public void Who_is_kept_free_for_one_expected_back_is_told()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "en:1"), Can("boris", "")).Joins("x").Joins("y").Talks("anna").Talks("boris").Asks("english", "en:1").Joins("b");
        desk.IsLost("english").HangsUp("x").HangsUp("y").Do(new Event.WrapUpEnded(desk.Now, "anna")).Do(new Event.WrapUpEnded(desk.Now, "boris"));
        Said(desk, "b").Should().Contain("offered to boris").And.Contain("anna: kept free for one who came earlier");
    }

    [Fact]
    public void Others_are_free_but_none_has_the_skills()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "de:1")).Asks("a", "en:1").Pass(3);
        Waits(desk, "a").Should().Be("number 1 in sales, waiting for 3 s: nobody who is free has the skills; anna: lacks skills (en:1)");
    }

    [Fact]
    public void Others_are_free_but_on_a_level_that_is_not_open()
    {
        var second = Desk.Serving("boris", "sales") with { Tiers = [new Tier("sales", Level: 2)] };
        var desk = new Desk(Desk.Sales with { LevelWait = TimeSpan.FromSeconds(10) }, second).Joins("a");
        Waits(desk, "a").Should().Contain(": the next level of operators is not open yet; boris: on level 2");
    }

    [Fact]
    public void The_caller_waits_for_the_one_spoken_with_last()
    {
        var desk = new Desk(Desk.Sales with { SameAgentWithin = TimeSpan.FromDays(1) }, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales") with { SignedIn = false });
        desk.Joins("first", "1", null).Talks("anna").HangsUp("first").Pass(20).Joins("other", "2", null).Talks("anna").Joins("again", "1", null);
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris"));
        Waits(desk, "again").Should().Contain("waits for the operator spoken with last").And.Contain("boris: the caller waits for another").And.Contain("anna: talking with other");
    }

    [Fact]
    public void Who_waits_behind_one_for_whom_nobody_is_free_is_not_the_first_only_while_nobody_is_free_for_both()
    {
        var desk = new Desk(Desk.Sales, Can("anna", "de:1")).Joins("x").Talks("anna").Asks("english", "en:1").Joins("b");
        StillWaiting.Of(desk.State, Desk.Call("b"), desk.Now)!.Why.Should().Be(Hindrance.NotTheFirst);
        desk.HangsUp("x").Pass(10).CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void Every_obstacle_has_words_in_both_languages()
    {
        foreach (var type in Closed_sets.Cases(typeof(Obstacle)))
        {
            var why = type == typeof(Obstacle.LaterInTurn) ? new Obstacle.LaterInTurn(new Merit(Strategy.BestSkilled, 1, 3))
                : (Obstacle)RuntimeHelpers.GetUninitializedObject(type);
            var waiting = new StillWaiting(Desk.Call("a"), "sales", 3, 9, Hindrance.NobodyFree, [new PassedOver("anna", "anna", why)], 0);
            Words.In(Language.English).Say(waiting).Should().MatchRegex("anna: [a-z]{2}");
            Words.In(Language.Russian).Say(waiting).Should().MatchRegex("anna: [а-я]{2}");
        }
    }

    static string Said(Desk desk, string caller, Language language = Language.English) => Words.In(language).Say(
        desk.Moments.SelectMany(moment => moment.Of(Desk.Call(caller))).Last(explained => explained.What is Finding.Offered));

    static string Waits(Desk desk, string caller) => Words.In(Language.English).Say(StillWaiting.Of(desk.State, Desk.Call(caller), desk.Now)!);
}
