using System.Globalization;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>SIPp: callers and operators by the dozen.</summary>
static class Sipp
{
    /// <summary>Callers who ring one after another and stay until they are hung up. Ends with 0 when every one of them was.</summary>
    public static ChildProcess Callers(RealFreeSwitch freeSwitch, int count, int perSecond, int port) => Start(
        "caller.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", Text(count), "-l", Text(count), "-r", Text(perSecond));

    /// <summary>Callers who hang up within six seconds after the answer, each at another moment.</summary>
    public static ChildProcess ImpatientCallers(RealFreeSwitch freeSwitch, int count, int perSecond, int port) => Start(
        "impatient-caller.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", Text(count), "-l", Text(count), "-r", Text(perSecond));

    /// <summary>A caller who hangs up so long after the answer. Ends with 0 when that was obeyed.</summary>
    public static ChildProcess LeavingCaller(RealFreeSwitch freeSwitch, int port, string folder, TimeSpan after) => StartAltered(
        folder,
        "impatient-caller.xml",
        [("""<pause distribution="uniform" min="1" max="6000"/>""", $"""<pause milliseconds="{(int)after.TotalMilliseconds}"/>""")],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1"]);

    /// <summary>A caller who expects the busy tone. Ends with 0 when it came.</summary>
    public static ChildProcess BusyCaller(RealFreeSwitch freeSwitch, int port) => Start(
        "busy-caller.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1");

    /// <summary>A caller who speaks what lies in <c>tones.alaw</c> of that folder, presses # and 2, and stays until hung up.</summary>
    public static ChildProcess Speaking(RealFreeSwitch freeSwitch, string number, int port, string folder) =>
        StartIn(folder, "speaking-caller.xml", "127.0.0.1", port, [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1"]);

    /// <summary>The same, but hangs up after the last word.</summary>
    public static ChildProcess SpeakingImpatiently(RealFreeSwitch freeSwitch, string number, int port, string folder) =>
        StartIn(folder, "speaking-impatient-caller.xml", "127.0.0.1", port, [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1"]);

    /// <summary>A caller who presses keys 1.5 s after the answer, one after another without waiting, and hangs up after a while.</summary>
    public static ChildProcess Dialling(RealFreeSwitch freeSwitch, string number, int port, string keys, TimeSpan stay) => Start(
        "dialling-caller.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1", "-key", "keys", keys, "-d", Text((int)stay.TotalMilliseconds));

    /// <summary>The same, but presses them so long after the answer.</summary>
    public static ChildProcess DiallingLater(RealFreeSwitch freeSwitch, string number, int port, string folder, string keys, TimeSpan after, TimeSpan stay) => StartAltered(
        folder,
        "dialling-caller.xml",
        [("""<pause milliseconds="1500"/>""", $"""<pause milliseconds="{(int)after.TotalMilliseconds}"/>""")],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1", "-key", "keys", keys, "-d", Text((int)stay.TotalMilliseconds)]);

    /// <summary>A caller whose telephone knows no keys but tones in the sound: those of <c>keys.alaw</c> in that folder, 4 s after the answer. Hangs up after a while.</summary>
    public static ChildProcess Whistling(RealFreeSwitch freeSwitch, string number, int port, string folder, TimeSpan stay) => StartAltered(
        folder,
        "dialling-caller.xml",
        [
            ("RTP/AVP 8 96", "RTP/AVP 8"),
            ("      a=rtpmap:96 telephone-event/8000\n      a=fmtp:96 0-15\n", ""),
            ("""<pause milliseconds="1500"/>""", """<pause milliseconds="4000"/>"""),
            ("""<exec play_dtmf="[keys]"/>""", """<exec rtp_stream="keys.alaw,1,8"/>"""),
        ],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1", "-d", Text((int)stay.TotalMilliseconds)]);

    /// <summary>A caller whose telephone tells of one key by SIP INFO, 5 s after the answer, and hangs up some time after that.</summary>
    public static ChildProcess Informing(RealFreeSwitch freeSwitch, int port, string folder, string key, TimeSpan stay) => StartAltered(
        folder,
        "dialling-caller.xml",
        [
            ("""<pause milliseconds="1500"/>""", """<pause milliseconds="5000"/>"""),
            ("""<nop><action><exec play_dtmf="[keys]"/></action></nop>""", """
                <send retrans="500"><![CDATA[
                  INFO [next_url] SIP/2.0
                  Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                  From: "Caller [call_number]" <sip:+7916[call_number]@[local_ip]:[local_port]>;tag=[pid]caller[call_number]
                  To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
                  Call-ID: [call_id]
                  CSeq: 2 INFO
                  Max-Forwards: 70
                  Content-Type: application/dtmf-relay
                  Content-Length: [len]

                  Signal=[keys]
                  Duration=160
                ]]></send>
                <recv response="200"/>
                """),
            ("CSeq: 2 BYE", "CSeq: 3 BYE"),
        ],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1", "-key", "keys", key, "-d", Text((int)stay.TotalMilliseconds)]);

    /// <summary>A caller, +79161234567, who presses 1 and, when the number has been read out, 1 again. Ends with 0 when hung up then.</summary>
    public static ChildProcess AskingForCallback(RealFreeSwitch freeSwitch, int port) => Start(
        "callback-caller.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1");

    /// <summary>The same, but presses them so long after the answer and that long after the first, a little before SIPp sends them.</summary>
    public static ChildProcess AskingForCallback(RealFreeSwitch freeSwitch, int port, string folder, TimeSpan after, TimeSpan confirms) => StartAltered(
        folder,
        "callback-caller.xml",
        [
            ("""<pause milliseconds="4000"/>""", $"""<pause milliseconds="{Text((int)after.TotalMilliseconds)}"/>"""),
            ("""<pause milliseconds="12000"/>""", $"""<pause milliseconds="{Text((int)confirms.TotalMilliseconds)}"/>"""),
        ],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1"]);

    /// <summary>A caller who presses a key that long after the answer, once, and stays until hung up. Ends with 0 then.</summary>
    public static ChildProcess Rating(RealFreeSwitch freeSwitch, int port, string folder, TimeSpan after, char mark) => StartAltered(
        folder,
        "callback-caller.xml",
        [
            ("""<pause milliseconds="4000"/>""", $"""<pause milliseconds="{Text((int)after.TotalMilliseconds)}"/>"""),
            ("""<nop><action><exec play_dtmf="1"/></action></nop>""" + "\n  <label", "<label"),
            ("""<pause milliseconds="12000"/>""", ""),
            ("play_dtmf=\"1\"", $"play_dtmf=\"{mark}\""),
        ],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1"]);

    /// <summary>The same as <see cref="Speaking"/>, but presses 1 first, and speaks some time after it.</summary>
    public static ChildProcess SpeakingAfterKey(RealFreeSwitch freeSwitch, string number, int port, string folder) => StartAltered(
        folder,
        "speaking-caller.xml",
        [("""<pause milliseconds="8000"/>""", """<pause milliseconds="4000"/><nop><action><exec play_pcap_audio="/usr/share/sip-tester/dtmf_2833_1.pcap"/></action></nop><pause milliseconds="8000"/>""")],
        port,
        [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1"]);

    /// <summary>A caller whose sound comes and goes elsewhere: by a <see cref="Voice"/>.</summary>
    public static ChildProcess CallerWithVoice(RealFreeSwitch freeSwitch, int port, string folder, int voice) =>
        StartAltered(folder, "caller.xml", [("[auto_media_port]", Text(voice))], port, [$"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1"]);

    /// <summary>A phone that answers, whose sound comes and goes elsewhere: by a <see cref="Voice"/>.</summary>
    public static ChildProcess AnsweringWithVoice(int port, string folder, int voice, TimeSpan talk) =>
        StartAltered(folder, "operator.xml", [("[auto_media_port]", Text(voice))], port, ["-d", Text((int)talk.TotalMilliseconds)]);

    /// <summary>An operator whose telephone says that it is busy.</summary>
    public static ChildProcess Busy(int port, string folder) => StartAltered(folder, "rejecting-operator.xml", [("603 Decline", "486 Busy Here"), ("180 Ringing", "100 Trying")], port, []);

    /// <summary>
    /// Operators who answer and write down all that they are sent. They do not ring: FreeSWITCH sends a telephone that is to answer by itself a
    /// NOTIFY when it does, which SIPp knows nothing of.
    /// </summary>
    public static ChildProcess OperatorsWhoWrite(int port, string folder, TimeSpan talk, string messages) => StartAltered(
        folder, "operator.xml", [("180 Ringing", "100 Trying")], port, ["-d", Text((int)talk.TotalMilliseconds), "-trace_msg", "-message_file", messages]);

    /// <summary>A phone that is told of messages.</summary>
    /// <param name="port">Where it is.</param>
    /// <param name="messages">Where to write all that it is sent.</param>
    public static ChildProcess PhoneWithLamp(int port, string messages) => Start("phone-with-lamp.xml", port, "-trace_msg", "-message_file", messages);

    /// <summary>A phone that subscribes to what it is told of messages, and has not registered.</summary>
    /// <inheritdoc cref="PhoneWithLamp"/>
    public static ChildProcess Subscriber(RealFreeSwitch freeSwitch, string user, string address, int port, string messages) =>
        Start("subscriber.xml", address, port, [.. Proof(freeSwitch, user), "-trace_msg", "-message_file", messages]);

    /// <summary>Operators on one address who answer after 300 ms, talk that long, and hang up.</summary>
    /// <param name="port">Where their phones are.</param>
    /// <param name="talk">How long they talk.</param>
    /// <param name="unexpected">Where to write what they were sent against the scenario, such as a BYE while they talk.</param>
    /// <param name="transferring">Whether their telephones first try to transfer by themselves, and expect to be told no.</param>
    public static ChildProcess Operators(int port, TimeSpan talk, string? unexpected = null, bool transferring = false) => Start(
        transferring ? "transferring-operator.xml" : "operator.xml",
        port,
        ["-d", Text((int)talk.TotalMilliseconds), .. unexpected is null ? (string[])[] : ["-trace_err", "-error_file", unexpected]]);

    /// <summary>A telephone that answers whoever calls and stays until the other side hangs up.</summary>
    /// <param name="port">Where it is.</param>
    /// <param name="messages">Where to write all that it is sent.</param>
    public static ChildProcess Customer(int port, string messages) => CustomerAt("127.0.0.1", port, messages);

    /// <inheritdoc cref="Customer"/>
    public static ChildProcess CustomerAt(string address, int port, string messages) => Start("customer.xml", address, port, "-trace_msg", "-message_file", messages);

    /// <summary>A telephone that answers whoever calls so long after it rings, and stays until the other side hangs up.</summary>
    public static ChildProcess SlowCustomer(int port, string folder, TimeSpan rings) => StartAltered(
        folder, "customer.xml", [("""<pause milliseconds="300"/>""", $"""<pause milliseconds="{Text((int)rings.TotalMilliseconds)}"/>""")], port, []);

    /// <summary>An operator who presses "reject".</summary>
    public static ChildProcess Rejecting(int port) => Start("rejecting-operator.xml", port);

    /// <summary>An operator who lets it ring.</summary>
    public static ChildProcess Absent(int port) => AbsentAt("127.0.0.1", port);

    /// <inheritdoc cref="Absent"/>
    public static ChildProcess AbsentAt(string address, int port) => Start("absent-operator.xml", address, port);

    /// <summary>An operator who lets it ring once. Ends with 0 when the phone was told that the call was completed elsewhere.</summary>
    public static ChildProcess Outraced(int port) => Start("outraced-operator.xml", port, "-m", "1");

    /// <summary>
    /// A phone that registers, or takes its registration back. It has an address of its own: whoever calls from 127.0.0.1 is taken for a
    /// provider's trunk.
    /// </summary>
    /// <param name="phone">Where it answers. Another SIPp does that, so that the registration comes from the port after it.</param>
    public static ChildProcess Registration(RealFreeSwitch freeSwitch, string user, string address, int phone, TimeSpan time) => Start(
        "registration.xml",
        address,
        phone + 1,
        [.. Proof(freeSwitch, user), "-cid_str", $"phone-{user}", "-key", "phone_port", Text(phone), "-key", "expires", Text((int)time.TotalSeconds)]);

    /// <summary>A phone that dials, presses keys every three seconds, and hangs up a while after the last of them.</summary>
    /// <param name="keys">Five times keys.</param>
    public static ChildProcess Phone(RealFreeSwitch freeSwitch, string user, string address, int port, string dialled, string[] keys, TimeSpan stay) => Start(
        "phone.xml",
        address,
        port,
        [.. Proof(freeSwitch, user), "-key", "dialled", dialled, "-d", Text((int)stay.TotalMilliseconds), .. keys.SelectMany((pressed, i) => (string[])["-key", $"keys{i + 1}", pressed])]);

    /// <summary>A phone that dials, speaks what lies in <c>tones.alaw</c> of that folder, and hangs up after that time.</summary>
    public static ChildProcess SpeakingPhone(RealFreeSwitch freeSwitch, string user, string address, int port, string dialled, TimeSpan stay, string folder) => StartIn(
        folder, "speaking-phone.xml", address, port, [.. Proof(freeSwitch, user), "-key", "dialled", dialled, "-d", Text((int)stay.TotalMilliseconds)]);

    /// <summary>Whoever is behind a provider's gateway: answers, and speaks what lies in <c>answer.alaw</c> of that folder.</summary>
    public static ChildProcess Provider(int port, string folder) => StartIn(folder, "provider.xml", "127.0.0.1", port, []);

    /// <summary>A registered phone that answers.</summary>
    public static ChildProcess Answering(string address, int port, TimeSpan talk) => Start(
        "operator.xml", address, port, "-d", Text((int)talk.TotalMilliseconds));

    static string[] Proof(RealFreeSwitch freeSwitch, string user) =>
        [$"127.0.0.1:{freeSwitch.SipPort}", "-m", "1", "-l", "1", "-s", user, "-au", user, "-ap", RealFreeSwitch.Password];

    static ChildProcess Start(string scenario, int port, params IEnumerable<string> more) => Start(scenario, "127.0.0.1", port, more);

    /// <remarks>
    /// SIPp takes its media port and the one two above. They lie below FreeSWITCH's range for RTP: within it, the call that was
    /// given the same port ended with "Bind Error" and INCOMPATIBLE_DESTINATION.
    /// </remarks>
    static ChildProcess Start(string scenario, string address, int port, params IEnumerable<string> more) =>
        StartIn(Path.GetTempPath(), scenario, address, port, more);

    /// <summary>By a scenario that differs from one of ours in some words.</summary>
    static ChildProcess StartAltered(string folder, string scenario, (string From, string To)[] changes, int port, IEnumerable<string> more)
    {
        var altered = Path.Combine(folder, $"{port}-{scenario}");
        File.WriteAllText(altered, changes.Aggregate(File.ReadAllText(Scenario(scenario)), (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal)));
        return StartIn(folder, altered, "127.0.0.1", port, more);
    }

    static string Scenario(string name) => Path.Combine(Repository.Folder("tests"), "Web3Tel.Server.Tests", "FreeSwitch", "Sipp", name);

    static ChildProcess StartIn(string folder, string scenario, string address, int port, IEnumerable<string> more) => ChildProcess.Start(
        Installed.Sipp,
        [
            "-sf", Scenario(scenario),
            "-i", address, "-mi", address, "-p", Text(port), "-mp", Text(port - 1000), "-nostdin", "-timeout_error", .. more,
        ],
        folder);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
