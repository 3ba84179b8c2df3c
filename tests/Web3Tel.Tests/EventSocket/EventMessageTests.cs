using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class EventMessageTests
{
    [Fact]
    public void Values_are_decoded_from_utf8() =>
        Plain("Caller-Caller-ID-Name: %D0%98%D0%B2%D0%B0%D0%BD%20%D0%9F\n")["Caller-Caller-ID-Name"].Should().Be("Иван П");

    [Theory]
    [InlineData("100%", "100%")]
    [InlineData("%zz", "%zz")]
    [InlineData("%2", "%2")]
    [InlineData("50%25", "50%")]
    [InlineData("a+b", "a+b")]
    [InlineData("%e2%82%AC", "€")]
    public void What_is_no_escape_stays_as_it_is(string raw, string value) =>
        Plain($"X: {raw}\n")["X"].Should().Be(value);

    [Fact]
    public void A_long_value_is_decoded_too() =>
        Plain($"X: {string.Concat(Enumerable.Repeat("%20a", 5_000))}\n")["X"].Should().Be(string.Concat(Enumerable.Repeat(" a", 5_000)));

    [Fact]
    public void An_empty_value_is_empty_and_a_missing_header_is_null()
    {
        var plain = Plain("Event-Name: CUSTOM\nX: _undef_\n");
        var json = Json("""{"Event-Name":"CUSTOM","X":""}""");

        plain["X"].Should().BeEmpty();
        json["X"].Should().BeEmpty();
        plain["Y"].Should().BeNull();
        json["Y"].Should().BeNull();
    }

    [Fact]
    public void A_header_is_not_found_by_the_end_or_the_beginning_of_its_name()
    {
        var message = Plain("Caller-Unique-ID: 1\nUnique-ID-Old: 2\nUnique-ID: 3\n");

        message.Uuid.Should().Be("3");
        message["ID"].Should().BeNull();
    }

    [Fact]
    public void A_name_that_occurs_twice_is_listed_twice_and_read_once()
    {
        var message = Plain("A: 1\nB: 2\nA: 3\n");

        message["A"].Should().Be("1");
        message.Headers.Select(header => $"{header.Key}={header.Value}").Should().Equal("A=1", "B=2", "A=3");
    }

    [Fact]
    public void Arrays_look_alike_in_both_formats()
    {
        var plain = Plain("X: ARRAY%3A%3Aone%7C%3Atwo\nY: single\n");
        var json = Json("""{"X":["one","two"],"Y":"single"}""");

        plain.GetArray("X").Should().Equal("one", "two");
        json.GetArray("X").Should().Equal("one", "two");
        json["X"].Should().Be(plain["X"]);
        plain.GetArray("Y").Should().Equal("single");
        plain.GetArray("Z").Should().BeEmpty();
    }

    [Fact]
    public void A_body_belongs_to_its_event_only()
    {
        var plain = Plain("Event-Name: BACKGROUND_JOB\nContent-Length: 10\n\nX: inside\n");
        var json = Json("""{"Event-Name":"BACKGROUND_JOB","Content-Length":"10","_body":"X: inside\n"}""");

        plain.Body.Should().Be("X: inside\n");
        json.Body.Should().Be("X: inside\n");
        plain["X"].Should().BeNull();
        json["_body"].Should().BeNull();
        json.Headers.Should().Equal(plain.Headers);
        Plain("Event-Name: HEARTBEAT\n").Body.Should().BeNull();
    }

    [Fact]
    public void An_event_of_a_newer_version_is_unknown_but_keeps_its_name()
    {
        var message = Plain("Event-Name: CHANNEL_TELEPORTED\n");

        message.EventName.Should().Be(EventName.Unknown);
        message.RawEventName.Should().Be("CHANNEL_TELEPORTED");
        Plain("X: 1\n").EventName.Should().Be(EventName.Unknown);
    }

    [Fact]
    public void Every_event_name_is_read_as_it_is_written()
    {
        foreach (var name in Enum.GetValues<EventName>().Where(name => name != EventName.Unknown))
        {
            EventNames.Parse(name.ToWire()).Should().Be(name);
        }

        EventName.ReloadXml.ToWire().Should().Be("RELOADXML");
        EventName.ChannelCallState.ToWire().Should().Be("CHANNEL_CALLSTATE");
        EventName.Dtmf.ToWire().Should().Be("DTMF");
    }

    [Fact]
    public void Every_hangup_cause_is_read_as_it_is_written()
    {
        foreach (var cause in Enum.GetValues<HangupCause>().Where(cause => cause != HangupCause.Unknown))
        {
            HangupCauses.Parse(cause.ToWire()).Should().Be(cause);
        }

        HangupCauses.Parse("BORED").Should().Be(HangupCause.Unknown);
        HangupCauses.Parse(null).Should().BeNull();
        ((int)HangupCause.NormalClearing).Should().Be(16);
    }

    [Fact]
    public void Variables_are_listed_without_their_prefix()
    {
        var message = Plain("Unique-ID: 1\nvariable_sip_from: a%40b\nvariable_x: 2\n");

        message.Variables.Select(variable => $"{variable.Key}={variable.Value}").Should().Equal("sip_from=a@b", "x=2");
        message.GetVariable("x").Should().Be("2");
    }

    [Fact]
    public void The_time_is_in_microseconds() =>
        Plain("Event-Date-Timestamp: 1795491632507005\n").Timestamp.Should().Be(
            new DateTimeOffset(2026, 11, 24, 3, 40, 32, TimeSpan.Zero).AddMicroseconds(507_005));

    [Theory]
    [InlineData("""{"X":"a\"b\\c\/d\n\t\r\b\f\u0416\ud83d\ude00"}""", "a\"b\\c/d\n\t\r\b\fЖ😀")]
    [InlineData("""{ "X" : "spaced" }""", "spaced")]
    [InlineData("""{"Y":"X","X":"value named like a name"}""", "value named like a name")]
    [InlineData("""{"X":12}""", "12")]
    [InlineData("""{"X":"\q\u12"}""", "\\q\\u12")]
    public void Json_is_read_as_it_is_meant(string json, string value) => Json(json)["X"].Should().Be(value);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"X""")]
    [InlineData("""{"X":""")]
    [InlineData("""{"X":"a\""")]
    [InlineData("""{"X":["a",""")]
    [InlineData("[]")]
    public void Json_that_breaks_off_gives_nothing_and_does_not_throw(string json)
    {
        var message = Json(json);

        message["X"].Should().BeNull();
        message.Headers.Should().BeEmpty();
        message.Body.Should().BeNull();
    }

    [Fact]
    public void Bytes_that_are_no_utf8_do_not_throw()
    {
        EventMessage.Json([.. "{\"X\":\""u8, 0xFF, 0xFE, .. "\"}"u8])["X"].Should().Be("\uFFFD\uFFFD");
        Plain("X: %FF\n")["X"].Should().Be("\uFFFD");
    }

    static EventMessage Plain(string text) => EventMessage.Plain(Encoding.UTF8.GetBytes(text));

    static EventMessage Json(string text) => EventMessage.Json(Encoding.UTF8.GetBytes(text));
}
