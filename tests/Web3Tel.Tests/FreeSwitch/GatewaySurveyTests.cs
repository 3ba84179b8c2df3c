using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Text;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Gateways;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

public sealed class GatewaySurveyTests
{
    /// <summary>As mod_sofia of 1.10.12 writes it, shortened.</summary>
    const string Answer = """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <gateways>
          <gateway>
            <name>provider</name>
            <profile>internal</profile>
            <username>FreeSWITCH</username>
            <password>yes</password>
            <proxy>sip:10.0.0.1</proxy>
            <state>REGED</state>
            <status>UP</status>
          </gateway>
        </gateways>
        """;

    readonly HistoricalScheduler clock = new();
    readonly Subject<NodeState> states = new();
    readonly Subject<EventMessage> events = new();
    readonly List<NodeGateways> told = [];
    string answer = Answer;
    int asked;

    public GatewaySurveyTests() => GatewaySurvey.Of("one", states, events, () => Observable.Defer(() =>
    {
        asked++;
        return Observable.Return(answer);
    }), clock).Subscribe(told.Add);

    [Fact]
    public void They_are_asked_for_when_FreeSWITCH_can_be_asked_and_again_once_for_all_that_changes_together()
    {
        states.OnNext(new NodeState.Up("one", []));
        told.Should().ContainSingle().Which.All!.Value.Should().Equal(new Gateway("provider", "internal", "sip:10.0.0.1", "REGED", IsReached: true));

        answer = Answer.Replace("REGED", "FAIL_WAIT", StringComparison.Ordinal).Replace("UP", "DOWN (ping)", StringComparison.Ordinal);
        Says("sofia::gateway_state");
        Says("sofia::gateway_add");
        Says("sofia::register");
        clock.AdvanceBy(TimeSpan.FromSeconds(1));
        asked.Should().Be(2);
        told[^1].All!.Value.Should().Equal(new Gateway("provider", "internal", "sip:10.0.0.1", "FAIL_WAIT", IsReached: false));
        told[^1].All!.Value[0].IsWell.Should().BeFalse();
    }

    [Fact]
    public void What_is_not_known_is_told_as_that()
    {
        states.OnNext(new NodeState.Up("one", []));
        states.OnNext(new NodeState.Down("one", "gone"));
        told[^1].All.HasValue.Should().BeFalse();
        answer = "-ERR sofia Command not found!\n";
        states.OnNext(new NodeState.Up("one", []));
        told[^1].All.HasValue.Should().BeFalse();
        answer = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<gateways>\n</gateways>\n";
        states.OnNext(new NodeState.Up("one", []));
        told[^1].All!.Value.Should().BeEmpty();
    }

    void Says(string subclass) => events.OnNext(EventMessage.Plain(Encoding.UTF8.GetBytes($"Event-Name: CUSTOM\nEvent-Subclass: {subclass.Replace(":", "%3A", StringComparison.Ordinal)}\nGateway: provider\n\n")));
}
