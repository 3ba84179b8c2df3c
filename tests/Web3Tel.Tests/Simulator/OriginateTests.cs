using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Originating;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>Operators who are rung, and what becomes of it.</summary>
public sealed class OriginateTests : IDisposable
{
    const string Leg = "11111111-2222-3333-4444-555555555555";

    readonly Bench bench = new();
    readonly List<string> jobs = [];

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("error/USER_BUSY", "-ERR USER_BUSY")]
    [InlineData("user/1009", "-ERR SUBSCRIBER_ABSENT")]
    [InlineData("loopback/nosuch/public", "-ERR NO_ROUTE_DESTINATION")]
    [InlineData("sofia/gateway/provider/79161234567", "-ERR NORMAL_TEMPORARY_FAILURE")]
    [InlineData("nosuchendpoint/x", "-ERR CHAN_NOT_IMPLEMENTED")]
    public void A_destination_that_is_not_there_fails_at_once(string destination, string answer) =>
        bench.Api($"originate {destination} &park()").Should().Be(answer);

    [Fact]
    public void An_operator_answers_and_is_parked_under_the_id_we_chose()
    {
        bench.FreeSwitch.Operator("1001").Answers(after: TimeSpan.FromSeconds(3));
        Ring("{origination_uuid=" + Leg + ",origination_caller_id_name='Петров Иван'}user/1001 &park()");

        bench.Run(2.9);
        jobs.Should().BeEmpty();
        bench.Run(0.2);

        jobs.Should().Equal($"+OK {Leg}");
        bench.Api($"uuid_exists {Leg}").Should().Be("true");
        bench.Api($"uuid_getvar {Leg} origination_caller_id_name").Should().Be("Петров Иван");
    }

    /// <summary>The same hard values as for a real FreeSWITCH (OriginatedVariablesTests).</summary>
    [Theory]
    [InlineData("Иван Петров")]
    [InlineData(" leading and trailing ")]
    [InlineData("O'Brien")]
    [InlineData("'quoted'")]
    [InlineData("Smith, John")]
    [InlineData("a=b=c")]
    [InlineData(@"back\slash\\es\n\s\'")]
    [InlineData("{braces} that {pair}")]
    [InlineData("a brace} that does not")]
    [InlineData("a:_:b:_:_:c")]
    [InlineData("^^;a;b")]
    [InlineData("50%25")]
    public void A_variable_arrives_as_it_was(string value)
    {
        bench.FreeSwitch.Operator("1001").Answers(after: TimeSpan.Zero);
        bench.Inbound.Send(new Originate(DialString.To("user/1001"), "park", options: new OriginateOptions
        {
            Uuid = Leg,
            Variables = ImmutableDictionary<string, string>.Empty.Add("test", value),
        })).Subscribe();
        bench.Run(0.1);

        string? arrived = null;
        bench.Inbound.Send(new GetVariable(Leg, "test")).Subscribe(answer => arrived = answer.Body);
        bench.Run(0.1);
        arrived.Should().Be(value);
    }

    [Fact]
    public void An_operator_who_rejects_is_busy_or_does_not_answer_says_so()
    {
        bench.FreeSwitch.Operator("1001").Rejects(after: TimeSpan.FromSeconds(1));
        bench.FreeSwitch.Operator("1002").SaysBusy();
        bench.FreeSwitch.Operator("1003").NeverAnswers();
        bench.FreeSwitch.Operator("1004").Unregisters();

        foreach (var number in (string[])["1001", "1002", "1003", "1004"])
        {
            Ring($"{{originate_timeout=15}}user/{number} &park()");
            bench.Run(16);
        }

        jobs.Should().Equal("-ERR CALL_REJECTED", "-ERR USER_BUSY", "-ERR NO_ANSWER", "-ERR USER_NOT_REGISTERED");
        bench.FreeSwitch.CallCount.Should().Be(0);
    }

    [Fact]
    public void An_operator_has_one_call_at_a_time()
    {
        bench.FreeSwitch.Operator("1001").Answers(after: TimeSpan.FromSeconds(3));
        Ring("user/1001 &park()");
        bench.Run(1);
        Ring("user/1001 &park()");
        bench.Run(0.1);

        jobs.Should().Equal("-ERR USER_BUSY");
    }

    [Fact]
    public void Ringing_can_be_stopped()
    {
        bench.FreeSwitch.Operator("1001").Answers(after: TimeSpan.FromSeconds(10));
        Ring("{origination_uuid=" + Leg + "}user/1001 &park()");
        bench.Run(1);

        bench.Api($"uuid_kill {Leg} ORIGINATOR_CANCEL").Should().Be("+OK");
        bench.Run(0.1);

        jobs.Should().Equal("-ERR ORIGINATOR_CANCEL");
        bench.FreeSwitch.Operator("1001").IsBusy.Should().BeFalse();
    }

    [Fact]
    public void A_parked_leg_frees_itself_when_nobody_takes_it()
    {
        bench.FreeSwitch.Operator("1001").Answers(after: TimeSpan.Zero);
        Ring("{origination_uuid=" + Leg + ",park_timeout=2:NORMAL_CLEARING}user/1001 &park()");

        bench.Run(1.9);
        bench.Api($"uuid_exists {Leg}").Should().Be("true");
        bench.Run(0.2);
        bench.Api($"uuid_exists {Leg}").Should().Be("false");
    }

    [Fact]
    public void An_api_command_holds_its_connection_until_it_is_done()
    {
        bench.FreeSwitch.Operator("1001").Answers(after: TimeSpan.FromSeconds(3));
        var answers = new List<string>();
        bench.Inbound.Send(new Api("originate user/1001 &park()")).Subscribe(answer => answers.Add(answer.Body[..3]));
        bench.Inbound.Send(new Api("echo next")).Subscribe(answer => answers.Add(answer.Body));

        bench.Run(2.9);
        answers.Should().BeEmpty();
        bench.Run(0.2);
        answers.Should().Equal("+OK", "next");
    }

    void Ring(string originate)
    {
        bench.Inbound.Send(new BgApi($"originate {originate}")).Subscribe(job => jobs.Add(job.Body.Trim()));
        bench.Run(0.001);
    }
}
