using System.Collections.Immutable;
using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Originating;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class OriginateTests
{
    [Fact]
    public void A_simple_call_is_written_simply() =>
        Text(new Originate(DialString.To("user/1001"), options: new OriginateOptions
        {
            Uuid = "1111",
            CallerIdNumber = "+79161234567",
            RingTime = TimeSpan.FromSeconds(19.2),
        })).Should().Be(
            "originate {ignore_early_media=true,originate_timeout=20,origination_caller_id_number=+79161234567,origination_uuid=1111}user/1001 &park()");

    [Theory]
    [InlineData("Иван Петров")]
    [InlineData(" leading and trailing ")]
    [InlineData("O'Brien")]
    [InlineData("'quoted'")]
    [InlineData("\"quoted\"")]
    [InlineData("Smith, John")]
    [InlineData("a=b=c")]
    [InlineData("back\\slash\\\\es\\n\\s\\'")]
    [InlineData("{braces} that {pair}")]
    [InlineData("a brace} that does not")]
    [InlineData("{{")]
    [InlineData("}{")]
    [InlineData("[brackets] and ]one[")]
    [InlineData("<angles>")]
    [InlineData(">_<")]
    [InlineData("a|b")]
    [InlineData("a:_:b:_:_:c")]
    [InlineData("^^;a;b")]
    [InlineData("${injected}")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("undef")]
    [InlineData("tab\there")]
    [InlineData("&park()")]
    public void Any_value_arrives_as_it_was(string value)
    {
        var options = new OriginateOptions { CallerIdName = value, Variables = ImmutableDictionary<string, string>.Empty.Add("zz_after", value) };

        var (variables, endpoint, application) = FreeSwitchDialString.Read(Text(new Originate(DialString.To("user/1001"), options: options)));

        variables["origination_caller_id_name"].Should().Be(value);
        variables["zz_after"].Should().Be(value);
        variables["ignore_early_media"].Should().Be("true");
        variables.Should().HaveCount(3);
        endpoint.Should().Be("user/1001");
        application.Should().Be("&park()");
    }

    [Fact]
    public void Any_of_ten_thousand_random_values_arrives_as_it_was()
    {
        var random = new Random(11);
        const string Letters = "ab ,='\\\"{}[]|:_^&()n s\tЖ;%$";
        for (var i = 0; i < 10_000; i++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            var options = new OriginateOptions { CallerIdName = value, Variables = ImmutableDictionary<string, string>.Empty.Add("zz_after", "1") };

            var (variables, endpoint, _) = FreeSwitchDialString.Read(Text(new Originate(DialString.To("user/1001"), options: options)));

            Assert.Equal(value, variables["origination_caller_id_name"]);
            Assert.Equal("1", variables["zz_after"]);
            Assert.Equal("user/1001", endpoint);
        }
    }

    [Fact]
    public void A_value_that_no_block_can_hold_is_refused_with_the_way_out()
    {
        var writing = () => new Originate(DialString.To("user/1"), options: new OriginateOptions { CallerIdName = "}>" });

        writing.Should().Throw<ArgumentException>().WithMessage("*'origination_caller_id_name'*SetVariables*");
    }

    [Theory]
    [InlineData("user/1001,user/1002")]
    [InlineData("user/1001|user/1002")]
    [InlineData("{x=1}user/1001")]
    [InlineData("[x=1]user/1001")]
    [InlineData("<x=1>user/1001")]
    [InlineData("user/1001:_:user/1002")]
    [InlineData("user/1001 &park()")]
    [InlineData("user/'1001'")]
    public void An_endpoint_is_one_endpoint(string endpoint) =>
        FluentActions.Invoking(() => DialString.To(endpoint)).Should().Throw<ArgumentException>().WithMessage("*is not one endpoint*");

    [Fact]
    public void Endpoints_are_tried_in_turn_or_together()
    {
        var one = DialString.To("user/1");
        var two = DialString.To("user/2");

        DialString.AllOf(one, two).ToString().Should().Be("user/1,user/2");
        DialString.FirstOf(DialString.AllOf(one, two), one).ToString().Should().Be("user/1,user/2|user/1");
        FluentActions.Invoking(() => DialString.AllOf(DialString.FirstOf(one, two), one)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Arguments_that_FreeSWITCH_would_cut_are_refused() =>
        FluentActions.Invoking(() => new Originate(DialString.To("user/1"), "playback", "a(b).wav")).Should().Throw<ArgumentException>().WithMessage("*cut*");

    [Fact]
    public void A_call_without_time_to_ring_is_refused() =>
        FluentActions.Invoking(() => new Originate(DialString.To("user/1"), options: new OriginateOptions { RingTime = TimeSpan.Zero }))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("+OK 1111\n", "1111", null)]
    [InlineData("-ERR NO_ANSWER\n", null, HangupCause.NoAnswer)]
    [InlineData("-USAGE: <call url> <exten>", null, HangupCause.Unknown)]
    public void The_result_tells_the_channel_or_the_cause(string body, string? uuid, HangupCause? cause)
    {
        var result = OriginateResult.From(new BackgroundJobResult("j", body));

        result.Uuid.Should().Be(uuid);
        result.Cause.Should().Be(cause);
        result.Success.Should().Be(uuid is not null);
    }

    static string Text(Originate originate)
    {
        var writer = new CommandWriter();
        originate.Write(writer);
        return Encoding.UTF8.GetString(writer.Written)["bgapi ".Length..^2];
    }
}
