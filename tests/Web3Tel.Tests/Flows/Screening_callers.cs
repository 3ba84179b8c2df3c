using System.Collections.Immutable;
using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Screening_callers
{
    [Fact]
    public void Rejects_who_is_blocked_without_an_answer()
    {
        var world = new RunningCenter(center => Screening.Flow(new CallerLists([], ["8 (916) 123", "+7 916 123-45-67"]), Reception.Flow(center, "hello.wav", "sales")));
        var call = world.Arrives(new ScriptedCall("a"));
        call.Log[0].Should().Be("hang up CALL_REJECTED");
        call.Log.Should().NotContain("answer");
        world.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Lets_all_others_in()
    {
        var world = new RunningCenter(center => Screening.Flow(new CallerLists([], ["123"]), Reception.Flow(center, "hello.wav", "sales")));
        world.Arrives(new ScriptedCall("a")).Log[0].Should().Be("answer");
    }

    [Fact]
    public void A_priority_is_written_on_the_call_and_remembered_when_it_comes_back_to_a_service_that_knows_nothing()
    {
        var call = new RunningCenter(center => Reception.Flow(center, null, "sales", TimeSpan.FromSeconds(60))).Arrives(new ScriptedCall("a"));
        var joined = TimeOfJoining.ToText(Desk.Opening);
        var place = TimeOfJoining.ToText(Desk.Opening.AddSeconds(-60));
        call.Log.Should().Contain($"set web3tel_joined={joined} web3tel_place={place} web3tel_queue=sales");

        var another = new RunningCenter();
        another.Clock.AdvanceBy(TimeSpan.FromSeconds(30));
        another.Arrives(new ScriptedCall("a", ImmutableDictionary<string, string>.Empty
            .Add(CallVariables.Queue, "sales").Add(CallVariables.Joined, joined).Add(CallVariables.Place, place)));
        another.Center.Current.Callers.Values.Single().Priority.Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Numbers_are_compared_by_their_digits()
    {
        var lists = new CallerLists([new("+7 (916) 123-45-67", TimeSpan.FromSeconds(5))], []);
        lists.PriorityOf("79161234567").Should().Be(TimeSpan.FromSeconds(5));
        lists.PriorityOf("").Should().Be(TimeSpan.Zero);
    }
}
