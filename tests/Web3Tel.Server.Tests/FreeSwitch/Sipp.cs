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

    /// <summary>A caller who expects the busy tone. Ends with 0 when it came.</summary>
    public static ChildProcess BusyCaller(RealFreeSwitch freeSwitch, int port) => Start(
        "busy-caller.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-s", "1000", "-m", "1");

    /// <summary>A caller who speaks what lies in <c>tones.alaw</c> of that folder, presses # and 2, and stays until hung up.</summary>
    public static ChildProcess Speaking(RealFreeSwitch freeSwitch, string number, int port, string folder) =>
        StartIn(folder, "speaking-caller.xml", port, [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1"]);

    /// <summary>The same, but hangs up after the last word.</summary>
    public static ChildProcess SpeakingImpatiently(RealFreeSwitch freeSwitch, string number, int port, string folder) =>
        StartIn(folder, "speaking-impatient-caller.xml", port, [$"127.0.0.1:{freeSwitch.SipPort}", "-s", number, "-m", "1"]);

    /// <summary>A phone that is told of messages.</summary>
    /// <param name="port">Where it is.</param>
    /// <param name="messages">Where to write all that it is sent.</param>
    public static ChildProcess PhoneWithLamp(int port, string messages) => Start("phone-with-lamp.xml", port, "-trace_msg", "-message_file", messages);

    /// <summary>Registers that phone as the one of operator 1001.</summary>
    public static ChildProcess Registration(RealFreeSwitch freeSwitch, int phone, int port) =>
        Start("registration.xml", port, $"127.0.0.1:{freeSwitch.SipPort}", "-key", "phone_port", Text(phone), "-m", "1");

    /// <summary>Operators on one address who answer after 300 ms, talk that long, and hang up.</summary>
    /// <param name="port">Where their phones are.</param>
    /// <param name="talk">How long they talk.</param>
    /// <param name="unexpected">Where to write what they were sent against the scenario, such as a BYE while they talk.</param>
    /// <param name="transferring">Whether their telephones first try to transfer by themselves, and expect to be told no.</param>
    public static ChildProcess Operators(int port, TimeSpan talk, string? unexpected = null, bool transferring = false) => Start(
        transferring ? "transferring-operator.xml" : "operator.xml",
        port,
        ["-d", Text((int)talk.TotalMilliseconds), .. unexpected is null ? (string[])[] : ["-trace_err", "-error_file", unexpected]]);

    /// <summary>An operator who presses "reject".</summary>
    public static ChildProcess Rejecting(int port) => Start("rejecting-operator.xml", port);

    /// <summary>An operator who lets it ring.</summary>
    public static ChildProcess Absent(int port) => Start("absent-operator.xml", port);

    /// <remarks>
    /// SIPp takes its media port and the one two above. They lie below FreeSWITCH's range for RTP: within it, the call that was
    /// given the same port ended with "Bind Error" and INCOMPATIBLE_DESTINATION.
    /// </remarks>
    static ChildProcess Start(string scenario, int port, params IEnumerable<string> more) => StartIn(Path.GetTempPath(), scenario, port, more);

    static ChildProcess StartIn(string folder, string scenario, int port, IEnumerable<string> more) => ChildProcess.Start(
        Installed.Sipp,
        [
            "-sf", Path.Combine(Repository.Folder("tests"), "Web3Tel.Server.Tests", "FreeSwitch", "Sipp", scenario),
            "-i", "127.0.0.1", "-mi", "127.0.0.1", "-p", Text(port), "-mp", Text(port - 1000), "-nostdin", "-timeout_error", .. more,
        ],
        folder);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
