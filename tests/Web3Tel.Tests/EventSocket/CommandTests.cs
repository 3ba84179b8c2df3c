using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Originating;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class CommandTests
{
    public static TheoryData<string, Command> Written => new()
    {
        { "api status\n\n", new Api("status") },
        { "bgapi status\nJob-UUID: j1\n\n", new BgApi("status") { JobUuid = "j1" } },
        { "auth secret\n\n", new Auth("secret") },
        { "userauth a@b:secret\n\n", new Auth("a@b", "secret") },
        { "connect\n\n", new Connect() },
        { "event json CHANNEL_ANSWER CUSTOM a::b c::d\n\n", new Events(EventName.Custom, EventName.ChannelAnswer) { Format = EventFormat.Json, Subclasses = ["a::b", "c::d"] } },
        { "event plain ALL\n\n", new Events(EventName.All) },
        { "event plain CUSTOM\n\n", new Events(EventName.Custom) },
        { "nixevent CHANNEL_ANSWER\n\n", new NixEvents(EventName.ChannelAnswer) },
        { "noevents\n\n", new NoEvents() },
        { "myevents plain\n\n", new MyEvents() },
        { "myevents a json\n\n", new MyEvents("a") { Format = EventFormat.Json } },
        { "divert_events on\n\n", new DivertEvents(true) },
        { "filter Event-Name CHANNEL ANSWER\n\n", new Filter("Event-Name", "CHANNEL ANSWER") },
        { "filter delete Event-Name\n\n", new FilterDelete("Event-Name") },
        { "filter delete Event-Name X\n\n", new FilterDelete("Event-Name", "X") },
        { "log 7\n\n", new EnableLogging(7) },
        { "nolog\n\n", new DisableLogging() },
        { "linger 5\n\n", new Linger(TimeSpan.FromSeconds(5)) },
        { "nolinger\n\n", new NoLinger() },
        { "resume\n\n", new Resume() },
        { "exit\n\n", new Exit() },
        { "getvar x\n\n", new OtherCommand("getvar x") },
        { "sendmsg\ncall-command: hangup\nhangup-cause: USER_BUSY\n\n", new SendMsg(null, new("call-command", "hangup"), new("hangup-cause", "USER_BUSY")) },
        { "sendevent MESSAGE_WAITING\nA: 1\nB: Ж\n\n", new SendEvent("MESSAGE_WAITING", new("A", "1"), new("B", "Ж")) },
        { "sendmsg a\nX: 1\nContent-Length: 4\n\nЖ\nb", new SendMsg("a", new KeyValuePair<string, string>("X", "1")) { Body = "Ж\nb" } },
        { "sendmsg a\ncall-command: execute\nexecute-app-name: answer\n\n", new Execute("answer") { Uuid = "a" } },
        { "api uuid_setvar_multi a x=1;y=semi\\;colon\\sand\\s\\'quote\\'\n\n", new SetVariables("a", [new("x", "1"), new("y", "semi;colon and 'quote'")]) },
        { "api uuid_getvar a x\n\n", new GetVariable("a", "x") },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_command_is_written_as_FreeSWITCH_reads_it(string text, Command command) => Text(command).Should().Be(text);

    public static TheoryData<string> LineBreaks => ["a\nb", "a\rb", "a\0b", "\n"];

    [Theory]
    [MemberData(nameof(LineBreaks))]
    public void A_line_break_in_any_argument_is_refused_by_name(string bad)
    {
        Refused("text", () => new Api(bad));
        Refused("text", () => new BgApi(bad));
        Refused("name", () => new SendEvent("a" + bad));
        Refused("X", () => new SendEvent("a", new KeyValuePair<string, string>("X", bad)));
        Refused("text", () => new OtherCommand(bad));
        Refused("password", () => new Auth(bad));
        Refused("user", () => new Auth("a" + bad, "b"));
        Refused("application", () => new Execute("a" + bad));
        Refused("arguments", () => new Execute("playback", bad));
        Refused("Uuid", () => new Execute("playback") { Uuid = "a" + bad });
        Refused("EventUuid", () => new Execute("playback") { EventUuid = "a" + bad });
        Refused("JobUuid", () => new BgApi("status") { JobUuid = "a" + bad });
        Refused("header", () => new Filter("a" + bad, "b"));
        Refused("value", () => new Filter("a", bad));
        Refused("value", () => new FilterDelete("a", bad));
        Refused("uuid", () => new MyEvents("a" + bad));
        Refused("uuid", () => new SendMsg("a" + bad));
        Refused("name", () => new SendMsg("a", new KeyValuePair<string, string>("a" + bad, "b")));
        Refused("X-Name", () => new SendMsg("a", new KeyValuePair<string, string>("X-Name", bad)));
        Refused("Subclasses", () => new Events { Subclasses = ["a" + bad] });
        Refused("Subclasses", () => new NixEvents { Subclasses = ["a" + bad] });
        Refused("greeting", () => new SetVariables("a", [new("greeting", bad)]));
        Refused("origination_caller_id_name", () => new Originate(DialString.To("user/1"), options: new OriginateOptions { CallerIdName = bad }));
        Refused("arguments", () => new Originate(DialString.To("user/1"), "playback", bad));
    }

    [Fact]
    public void The_refusal_says_what_and_where()
    {
        var writing = () => new Api("originate user/1\n\napi shutdown");

        writing.Should().Throw<ArgumentException>().WithMessage("*'text' holds LF at position 16*");
    }

    [Fact]
    public void A_command_of_the_users_own_is_checked_when_it_is_written()
    {
        using var world = new InboundWorld();

        var answer = world.Socket.Send(new Careless("x\ny")).Record();
        var good = world.Socket.Send(new Careless("x")).Record();
        world.Settle();
        world.Peer.Reply("+OK");
        world.Settle();

        answer.Error.Should().BeOfType<ArgumentException>().Which.Message.Should().Contain("X-Header");
        good.Single.Should().Be("+OK");
        world.Peer.Lines.Should().Equal("auth ClueCon", "careless");
    }

    [Fact]
    public void A_password_is_never_rendered()
    {
        new Auth("secret").ToString().Should().NotContain("secret");
        new Auth("user", "secret").ToString().Should().NotContain("secret");
        new InboundSocketOptions { Password = "secret" }.ToString().Should().NotContain("secret");
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        FluentActions.Invoking(() => new EnableLogging(8)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Linger(TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Execute("play back")).Should().Throw<ArgumentException>().WithMessage("*space*");
        FluentActions.Invoking(() => new Execute("x") { Loops = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SetVariables("a", [])).Should().Throw<ArgumentException>().WithMessage("*1 to 64*");
        FluentActions.Invoking(() => new SetVariables("a", [new("x=y", "1")])).Should().Throw<ArgumentException>().WithMessage("*'x=y'*");
    }

    [Theory]
    [MemberData(nameof(FrameReaderTests.Captures), MemberType = typeof(FrameReaderTests))]
    public void The_commands_of_a_capture_are_read_by_the_side_that_serves_them(string capture)
    {
        ReadOnlySpan<byte> bytes = CaptureFiles.ToFreeSwitch(capture);
        var text = Encoding.UTF8.GetString(bytes);
        var reader = new CommandReader();
        var written = new StringBuilder();
        while (reader.TryRead(ref bytes, out var command))
        {
            written.Append(command.Line).Append('\n');
            foreach (var (name, value) in command.Headers)
            {
                written.Append(name).Append(": ").Append(value).Append('\n');
            }

            written.Append('\n').Append(command.Body);
        }

        written.ToString().Should().Be(text);
    }

    [Fact]
    public void A_received_command_can_be_asked_for_its_parts()
    {
        ReadOnlySpan<byte> bytes = "SendMsg  abc\nContent-Type: text/plain\nContent-Length: 4\n\nЖЖ"u8;

        new CommandReader().TryRead(ref bytes, out var command).Should().BeTrue();

        command!.Verb.Should().Be("sendmsg");
        command.Arguments.Should().Be("abc");
        command["content-type"].Should().Be("text/plain");
        command["x"].Should().BeNull();
        command.Body.Should().Be("ЖЖ");
    }

    static void Refused(string argument, Func<Command> construct) =>
        construct.Should().Throw<ArgumentException>().Which.Message.Should().Contain($"'{argument}'");

    static string Text(Command command)
    {
        var writer = new CommandWriter();
        command.Write(writer);
        return Encoding.UTF8.GetString(writer.Written);
    }

    sealed record Careless(string Value) : Command<string>
    {
        protected internal override void Write(CommandWriter writer) => writer.Line("careless").Header("X-Header", Value).End();

        protected internal override string Read(Frame reply) => CommandReply.From(reply).ReplyText;
    }
}
