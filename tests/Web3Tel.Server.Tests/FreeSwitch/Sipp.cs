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

    /// <summary>Operators on one address who answer after 300 ms, talk that long, and hang up.</summary>
    /// <param name="port">Where their phones are.</param>
    /// <param name="talk">How long they talk.</param>
    /// <param name="unexpected">Where to write what they were sent against the scenario, such as a BYE while they talk.</param>
    public static ChildProcess Operators(int port, TimeSpan talk, string? unexpected = null) => Start(
        "operator.xml",
        port,
        ["-d", Text((int)talk.TotalMilliseconds), .. unexpected is null ? (string[])[] : ["-trace_err", "-error_file", unexpected]]);

    /// <summary>An operator who presses "reject".</summary>
    public static ChildProcess Rejecting(int port) => Start("rejecting-operator.xml", port);

    /// <summary>An operator who lets it ring.</summary>
    public static ChildProcess Absent(int port) => Start("absent-operator.xml", port);

    /// <summary>An operator who lets it ring once. Ends with 0 when the phone was told that the call was completed elsewhere.</summary>
    public static ChildProcess Outraced(int port) => Start("outraced-operator.xml", port, "-m", "1");

    /// <remarks>
    /// SIPp takes its media port and the one two above. They lie below FreeSWITCH's range for RTP: within it, the call that was
    /// given the same port ended with "Bind Error" and INCOMPATIBLE_DESTINATION.
    /// </remarks>
    static ChildProcess Start(string scenario, int port, params IEnumerable<string> more) => ChildProcess.Start(
        Installed.Sipp,
        [
            "-sf", Path.Combine(Repository.Folder("tests"), "Web3Tel.Server.Tests", "FreeSwitch", "Sipp", scenario),
            "-i", "127.0.0.1", "-mi", "127.0.0.1", "-p", Text(port), "-mp", Text(port - 1000), "-nostdin", "-timeout_error", .. more,
        ],
        Path.GetTempPath());

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
