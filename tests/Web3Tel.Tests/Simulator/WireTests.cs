using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Tests.Simulator.Parity;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>What is said on the Event Socket besides what the captures show.</summary>
public sealed class WireTests : IDisposable
{
    readonly Bench bench = new(new() { Dialplan = _ => [new("answer"), new("park")] });

    public void Dispose() => bench.Dispose();

    [Fact]
    public void What_looks_encoded_already_is_lost_in_plain_events_and_kept_in_json()
    {
        var plain = Connect("event plain CHANNEL_CREATE");
        var json = Connect("event json CHANNEL_CREATE");

        bench.FreeSwitch.Call("1234", name: "50%25 off");
        bench.Run(0.1);

        plain.Event("CHANNEL_CREATE")["Caller-Caller-ID-Name"].Should().Be("50% off");
        json.Event("CHANNEL_CREATE")["Caller-Caller-ID-Name"].Should().Be("50%25 off");
    }

    [Fact]
    public void Any_name_comes_through_in_json()
    {
        const string Name = "\"Ә\" \\ <b>\t\n\u0001💡";
        var json = Connect("event json CHANNEL_CREATE");

        bench.FreeSwitch.Call("1234", name: Name);
        bench.Run(0.1);

        json.Event("CHANNEL_CREATE")["Caller-Caller-ID-Name"].Should().Be(Name);
    }

    [Fact]
    public void Positive_filters_are_ored_and_drop_what_lacks_the_header()
    {
        var client = Connect("event plain ALL", "filter Event-Name CHANNEL_CREATE", "filter Event-Name CHANNEL_ANSWER", "filter Caller-Destination-Number 1000");

        bench.FreeSwitch.Call("1234");
        bench.FreeSwitch.Call("1234", to: "2000");
        bench.Api("status");
        bench.Run(0.1);

        client.Events().Where(happened => happened["Caller-Destination-Number"] == "2000").Select(Name).Should().Equal("CHANNEL_CREATE", "CHANNEL_ANSWER");
        client.Events().Where(happened => happened["Caller-Destination-Number"] == "1000").Should().HaveCountGreaterThan(5);
        client.Events().Select(Name).Should().NotContain("API");
    }

    [Fact]
    public void A_negative_filter_drops_what_it_matches()
    {
        var client = Connect("event plain ALL", "filter Call-Direction inbound", "filter Event-Name -CHANNEL_STATE");

        bench.FreeSwitch.Call("1234");
        bench.Run(0.1);

        client.Events().Select(Name).Should().Contain("CHANNEL_ANSWER").And.NotContain("CHANNEL_STATE");
    }

    [Fact]
    public void A_filter_by_call_shows_that_call_only()
    {
        var one = bench.FreeSwitch.Call("1");
        var other = bench.FreeSwitch.Call("2");
        bench.Run(0.1);
        var client = Connect("event plain CHANNEL_HANGUP", $"filter Unique-ID {one.CallId}");

        other.HangsUp();
        one.HangsUp();
        bench.Run(0.1);

        client.Events().Select(happened => happened["Unique-ID"]).Should().Equal(one.CallId);
    }

    [Fact]
    public void An_event_can_be_taken_out_of_all()
    {
        var client = Connect("event plain ALL", "nixevent CHANNEL_STATE CHANNEL_CALLSTATE");

        bench.FreeSwitch.Call("1234");
        bench.Run(0.1);

        client.Events().Select(Name).Should().Contain("CHANNEL_CREATE").And.NotContain("CHANNEL_STATE").And.NotContain("CHANNEL_CALLSTATE");
    }

    [Fact]
    public void Events_are_numbered_in_the_order_in_which_they_happen_also_those_nobody_takes()
    {
        var client = Connect("event plain CHANNEL_CREATE CHANNEL_ANSWER");

        bench.FreeSwitch.Call("1234");
        bench.Run(0.1);

        var numbers = client.Events().Select(happened => int.Parse(happened["Event-Sequence"], null)).ToList();
        numbers.Should().BeInAscendingOrder();
        (numbers[1] - numbers[0]).Should().BeGreaterThan(1);
    }

    [Fact]
    public void Without_full_a_service_controls_its_own_call_only()
    {
        using var single = new Bench(new() { Dialplan = _ => [new("socket", "service async")] });
        var client = new Client();
        single.Service.Accepted.Subscribe(client.Take);
        single.FreeSwitch.Call("1234");
        single.Run(0.1);

        client.Say("connect", "api status", "event plain ALL", "linger", "sendmsg\ncall-command: execute\nexecute-app-name: answer");
        single.Run(0.1);

        client.Frames()[0]["Control"].Should().Be("single-channel");
        client.Frames().Skip(1).Select(frame => frame["Reply-Text"])
            .Should().Equal("-ERR command not found", "-ERR command not found", "-ERR command not found", "+OK");
    }

    [Fact]
    public void Without_async_an_application_holds_its_reply()
    {
        using var inline = new Bench(new() { Dialplan = _ => [new("socket", "service full")] });
        var client = new Client();
        inline.Service.Accepted.Subscribe(client.Take);
        inline.FreeSwitch.Call("1234");
        inline.Run(0.1);

        client.Say("connect", "sendmsg\ncall-command: execute\nexecute-app-name: playback\nexecute-app-arg: three-seconds.wav");
        inline.Run(2.9);
        client.Frames().Should().HaveCount(1);
        inline.Run(0.2);
        client.Frames()[1]["Reply-Text"].Should().Be("+OK");
    }

    [Fact]
    public void A_first_command_that_is_not_connect_gets_no_reply_and_the_connection_ends_in_25_seconds()
    {
        using var wrong = new Bench(new() { Dialplan = _ => [new("socket", "service async full"), new("park")] });
        var client = new Client();
        wrong.Service.Accepted.Subscribe(client.Take);
        wrong.FreeSwitch.Call("1234");
        wrong.Run(0.1);

        client.Say("myevents");
        wrong.Run(24);
        client.Frames().Should().BeEmpty();
        client.IsClosed.Should().BeFalse();
        wrong.Run(1);
        client.IsClosed.Should().BeTrue();
    }

    [Fact]
    public void A_client_that_does_not_log_in_is_shown_the_door()
    {
        var client = new Client();
        bench.Door.Connect().Subscribe(client.Take);

        bench.Run(24.9);
        client.IsClosed.Should().BeFalse();
        bench.Run(0.2);
        client.IsClosed.Should().BeTrue();
    }

    [Theory]
    [InlineData("hash insert/web3tel/beat/42", "+OK")]
    [InlineData("hash select/web3tel/none", "-ERR no reply")]
    [InlineData("hash delete/web3tel/none", "-ERR Not found")]
    [InlineData("uuid_kill nosuch", "-ERR No such channel!")]
    [InlineData("uuid_setvar nosuch a b", "-ERR No such channel!")]
    [InlineData("uuid_getvar nosuch a", "-ERR No such channel!")]
    [InlineData("uuid_break nosuch all", "-ERR No such channel!")]
    [InlineData("uuid_transfer nosuch 1000", "-ERR No such channel!")]
    [InlineData("uuid_broadcast nosuch x.wav aleg", "-ERR invalid uuid")]
    [InlineData("uuid_displace nosuch start x.wav", "-ERR Cannot locate session!")]
    [InlineData("uuid_record nosuch start x.wav", "-ERR Cannot locate session!")]
    [InlineData("uuid_record nosuch mask x.wav", "-ERR Cannot locate session!")]
    [InlineData("uuid_bridge one other", "-ERR Invalid uuid")]
    [InlineData("uuid_exists nosuch", "false")]
    [InlineData("show channels as json", "{\"row_count\":0}")]
    [InlineData("nosuchcommand", "-ERR nosuchcommand Command not found!")]
    public void An_api_command_answers_as_FreeSWITCH_does(string command, string answer) => bench.Api(command).Should().Be(answer);

    [Fact]
    public void The_hash_keeps_what_is_put_into_it()
    {
        bench.Api("hash insert/web3tel/beat/42");
        bench.Api("hash select/web3tel/beat").Should().Be("42");
        bench.Api("hash delete/web3tel/beat").Should().Be("+OK");
        bench.Api("hash select/web3tel/beat").Should().Be("-ERR no reply");
    }

    [Fact]
    public void A_transferred_call_gets_the_dialplan_of_its_new_number()
    {
        using var routed = new Bench(new()
        {
            Dialplan = call => call.Destination == "1000" ? [new("answer"), new("park")] : [new("playback", "local_stream://transferred")],
        });
        var caller = routed.FreeSwitch.Call("1234");
        routed.Run(0.1);

        routed.Api($"uuid_transfer {caller.CallId} 2000").Should().Be("+OK");
        routed.Run(0.1);

        caller.Variable("current_application_data").Should().Be("local_stream://transferred");
    }

    static string Name(WireFrame frame) => frame["Event-Name"];

    Client Connect(params string[] commands)
    {
        var client = new Client();
        bench.Door.Connect().Subscribe(client.Take);
        bench.Run(0.001);
        client.Say(["auth ClueCon", .. commands]);
        bench.Run(0.001);
        return client;
    }

    sealed class Client : ITransportReader
    {
        readonly List<byte> received = [];
        ITransport? transport;

        public bool IsClosed { get; private set; }

        public void Take(ITransport connection)
        {
            transport = connection;
            connection.Start(this);
        }

        public void Say(params string[] commands)
        {
            foreach (var command in commands)
            {
                transport!.Write(Encoding.UTF8.GetBytes($"{command}\n\n"));
            }
        }

        public IReadOnlyList<WireFrame> Frames() => WireFrame.ReadAll([.. received]);

        public IEnumerable<WireFrame> Events() => Frames().Where(frame => frame.IsEvent);

        public WireFrame Event(string name) => Events().First(happened => happened["Event-Name"] == name);

        void ITransportReader.Received(ReadOnlySpan<byte> bytes) => received.AddRange(bytes);

        void ITransportReader.Closed(Exception? reason) => IsClosed = true;
    }
}
