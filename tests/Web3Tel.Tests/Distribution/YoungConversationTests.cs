using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class YoungConversationTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    static readonly CallRef Caller = new("fs1", "caller");

    [Fact]
    public void A_conversation_too_young_for_the_survey_is_followed_after_a_restart_so_that_it_can_end()
    {
        var configuration = new Configuration
        {
            Queues = [new QueueSettings { Name = "support" }],
            Agents = [new AgentSettings { Id = "anna", Name = "Anna", Destination = "user/1001", Queues = ["support"] }],
        };
        var state = CallCenter.Empty;
        foreach (var happened in (Event[])
        [
            new Event.ServiceStarted(Start, Guid.Empty),
            new Event.Configured(Start, configuration),
            new Event.NodeSurveyed(Start, "fs1", []),
            new Event.CallArrived(Start, Caller, "1234", "", "1000", Start),
            new Event.Joined(Start, Caller, "support"),
            new Event.OfferAnswered(Start.AddSeconds(2), 1),
            new Event.Connected(Start.AddSeconds(2), 1, Caller),
            new Event.ServiceStarted(Start.AddSeconds(4), Guid.Empty),
            new Event.Configured(Start.AddSeconds(4), configuration),
        ])
        {
            state = Engine.Step(state, happened).Next;
        }

        var (_, effects) = Engine.Step(state, new Event.NodeSurveyed(Start.AddSeconds(4), "fs1", []));

        effects.OfType<Effect.Follow>().Select(follow => follow.IsLeg).Should().BeEquivalentTo([false, true]);
    }
}
