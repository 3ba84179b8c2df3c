using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>The whisper over the wire: a tone of four seconds before each conversation.</summary>
public sealed class WhisperTests : IDisposable
{
    readonly Spine spine = new(queues: queue => queue with { Whisper = "tone_stream://%(4000,0,440)" });

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Fact]
    public void The_operator_hears_it_to_its_end_and_then_the_caller()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        var caller = spine.Caller(1).Talks(10.Seconds());

        spine.Run(60);

        caller.HasTalked.Should().BeTrue();
        var journey = spine.History.Should().ContainSingle().Subject.Journey;
        var whispered = journey.Single(step => step.What == JourneyEvent.Whispered).At;
        (journey.Single(step => step.What == JourneyEvent.Connected).At - whispered).Should().BeCloseTo(4.Seconds(), 500.Milliseconds());
    }

    [Theory]
    [InlineData(4.5)]
    [InlineData(6)]
    [InlineData(8.1)]
    public void Whoever_hangs_up_meanwhile_leaves_nothing_behind(double after)
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Unregisters();
        spine.Caller(1).HangsUpAfter(TimeSpan.FromSeconds(after));
        spine.Run(60);
        spine.FreeSwitch.CallCount.Should().Be(0);
        spine.Operator(1).IsBusy.Should().BeFalse();

        var next = spine.Caller(2).Talks(5.Seconds());
        spine.Run(60);

        next.HasTalked.Should().BeTrue();
        spine.Center.Current.Callers.Should().BeEmpty();
    }

    [Fact]
    public void An_operator_who_hangs_up_meanwhile_costs_the_caller_no_place()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Answers(after: 1.Seconds());
        var caller = spine.Caller(1);
        while (spine.Operator(1).Taken == 0)
        {
            spine.Run(0.1);
        }

        spine.Run(1);
        spine.Operator(1).HangsUp();
        spine.Run(20);

        caller.IsTalking.Should().BeTrue();
        spine.Operator(2).IsTalking.Should().BeTrue();
    }

    [Fact]
    public void A_service_that_dies_meanwhile_loses_neither_caller_nor_operator()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Unregisters();
        var caller = spine.Caller(1);
        while (spine.Operator(1).Taken == 0)
        {
            spine.Run(0.1);
        }

        spine.Run(1).Kill().Run(15);
        caller.IsOver.Should().BeFalse();
        spine.Operator(1).IsBusy.Should().BeFalse("FreeSWITCH frees a leg that nobody fetches");
        spine.Live().Run(60);

        caller.IsTalking.Should().BeTrue();
    }
}
