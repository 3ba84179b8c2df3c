using System.Text;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Nodes;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>The headers are those of a real FreeSWITCH 1.10.12 on which 1001 called 1002 by <c>freeswitch/dialplan/internal.xml</c>.</summary>
public sealed class OutsideCallsTests
{
    readonly OutsideCalls calls = new("fs1");
    readonly List<PhoneUse> heard = [];

    public OutsideCallsTests() => calls.Changes.Subscribe(heard.Add);

    [Fact]
    public void Both_phones_of_a_call_between_operators_are_in_use_until_each_of_them_has_hung_up()
    {
        Settled();
        Create("a", "1001@127.0.0.1");
        Create("b", "1002@127.0.0.1");
        HangUp("b");
        HangUp("a");
        heard.Should().Equal(Use("1001", true), Use("1002", true), Use("1002", false), Use("1001", false));
    }

    [Fact]
    public void A_phone_with_two_calls_is_in_use_until_the_last_is_over()
    {
        Settled();
        Create("a", "1001@127.0.0.1");
        Create("b", "1001@127.0.0.1");
        HangUp("a");
        heard.Should().Equal(Use("1001", true));
        HangUp("b");
        heard[^1].Should().Be(Use("1001", false));
    }

    [Fact]
    public void Our_own_legs_and_callers_are_nobodys_calls_outside()
    {
        Settled();
        Create("a", "1001@127.0.0.1", "variable_web3tel_ours: true\n");
        Create("b", "");
        HangUp("a");
        HangUp("b");
        HangUp("never seen");
        heard.Should().BeEmpty();
    }

    [Fact]
    public void What_the_survey_finds_is_said_there_and_its_end_is_a_change()
    {
        calls.Begin();
        calls.Complete([("a", "user/1001")]).Should().Equal("user/1001");
        calls.Settle();
        heard.Should().BeEmpty();
        HangUp("a");
        heard.Should().Equal(Use("1001", false));
    }

    [Fact]
    public void What_ends_while_the_survey_is_under_way_is_not_found_by_it()
    {
        calls.Begin();
        HangUp("a");
        calls.Complete([("a", "user/1001")]).Should().BeEmpty();
    }

    [Fact]
    public void What_happens_between_the_survey_and_its_telling_is_told_after_it()
    {
        calls.Begin();
        calls.Complete([("a", "user/1001")]);
        HangUp("a");
        Create("b", "1002@127.0.0.1");
        heard.Should().BeEmpty("the survey has not been told yet");
        calls.Settle();
        heard.Should().BeEquivalentTo([Use("1001", false), Use("1002", true)]);
    }

    [Fact]
    public void A_new_connection_begins_with_nothing()
    {
        Settled();
        Create("a", "1001@127.0.0.1");
        Settled();
        HangUp("a");
        heard.Should().Equal(Use("1001", true));
    }

    [Fact]
    public void Reads_the_phones_out_of_show_channels()
    {
        const string Json =
            """{"row_count":3,"rows":[{"uuid":"a","presence_id":"1001@127.0.0.1"},{"uuid":"b","presence_id":""},{"uuid":"c","presence_id":"1002@127.0.0.1"}]}""";
        OutsideCalls.Read(Json).Should().Equal(("a", "user/1001"), ("c", "user/1002"));
        OutsideCalls.Read("""{"row_count":0}""").Should().BeEmpty();
    }

    static PhoneUse Use(string phone, bool inUse) => new($"user/{phone}", "fs1", inUse);

    void Settled()
    {
        calls.Begin();
        calls.Complete([]);
        calls.Settle();
    }

    void Create(string channel, string presence, string more = "") => Says($"Event-Name: CHANNEL_CREATE\nUnique-ID: {channel}\nChannel-Presence-ID: {presence}\n{more}\n");

    void HangUp(string channel) => Says($"Event-Name: CHANNEL_HANGUP_COMPLETE\nUnique-ID: {channel}\n\n");

    void Says(string text) => calls.Hear(EventMessage.Plain(Encoding.UTF8.GetBytes(text)));
}
