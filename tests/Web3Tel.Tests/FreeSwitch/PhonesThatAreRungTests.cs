using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>What FreeSWITCH is told of the leg to a phone, as the leg has it in the end.</summary>
public sealed class PhonesThatAreRungTests : IDisposable
{
    readonly Spine spine = new(operators: 2);
    readonly List<EventMessage> ended = [];

    public PhonesThatAreRungTests()
    {
        spine.Heard.Subscribe(message =>
        {
            if (message.EventName == EventName.ChannelHangupComplete)
            {
                ended.Add(message);
            }
        });
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Answers(after: 1.Seconds());
    }

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Theory]
    [InlineData(ListenMode.Listen)]
    [InlineData(ListenMode.Whisper, "eavesdrop_whisper_bleg")]
    [InlineData(ListenMode.Barge, "eavesdrop_whisper_aleg", "eavesdrop_whisper_bleg")]
    public void A_supervisor_is_heard_by_whom_the_mode_says_and_may_change_it_by_key(ListenMode mode, params string[] spoken)
    {
        var caller = spine.Caller(1);
        spine.Run(5);
        var call = spine.Center.Current.Callers.Keys.Single();
        spine.Center.Post(new Event.ListenAsked(spine.Clock.Now, call, "op2", mode));
        spine.Run(3);
        caller.HangsUp();
        spine.Run(5);

        var listening = ended.Should().ContainSingle(message => message.GetVariable("eavesdrop_enable_dtmf") == "true").Subject;
        string[] both = ["eavesdrop_whisper_aleg", "eavesdrop_whisper_bleg"];
        both.Where(name => listening.GetVariable(name) == "true").Should().Equal(spoken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_phone_is_asked_to_answer_by_itself_where_that_is_wanted_and_shows_the_label_of_the_queue(bool wanted)
    {
        spine.Center.Post(new Event.Configured(spine.Clock.Now, spine.Configuration with
        {
            Queues = [.. spine.Configuration.Queues.Select(queue => queue with { Label = "Help" })],
            Agents = [.. spine.Configuration.Agents.Select(agent => agent with { AutoAnswer = wanted })],
        }));
        var caller = spine.Caller(1);
        spine.Run(5);
        caller.HangsUp();
        spine.Run(5);

        var leg = ended.Should().ContainSingle(message => message.GetVariable(CallVariables.Agent) != null).Subject;
        leg.GetVariable("sip_auto_answer").Should().Be(wanted ? "true" : null);
        leg.GetVariable("verto_svar_answer").Should().Be(wanted ? "true" : null, "the telephone in the browser is asked in its own words");
        leg.GetVariable("origination_caller_id_name").Should().Be("Help - Caller 1");
        leg.GetVariable("origination_caller_id_number").Should().Be("+79160000001");
    }
}
