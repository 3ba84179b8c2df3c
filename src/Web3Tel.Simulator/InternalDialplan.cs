using System.Text.RegularExpressions;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator;

/// <summary>
/// What operators dial, as in <c>freeswitch/dialplan/internal.xml</c>: service numbers, which the service answers if it is there, each
/// other, and numbers outside. Whoever they talk to past the service is only an echo here.
/// </summary>
static class InternalDialplan
{
    public const string Context = "internal";

    /// <summary>Whether it has an extension for the number; any other is a call to the call center.</summary>
    public static bool Knows(DialplanCall call, SimulatorOptions options) => IsService(call) || call.IsToOperator || Outside(call, options) is not null;

    public static IEnumerable<DialplanAction> For(DialplanCall call, SimulatorOptions options)
    {
        var serviceLives = call.AgeOf("web3tel", "beat") < options.HeartbeatLimit;
        var phone = call.Variable("user_name") ?? "";
        return IsService(call) ? Service(options.Socket, serviceLives, phone)
            : Outside(call, options) is { } number && serviceLives ? ToOutside(options.Socket, phone, number, call.Destination)
            : [new DialplanAction("answer"), new DialplanAction("echo")];
    }

    static bool IsService(DialplanCall call) => call.Destination.StartsWith('*');

    /// <summary>A telephone of somebody outside is one here, too: what is dialled by the rule is outside all the same.</summary>
    static string? Outside(DialplanCall call, SimulatorOptions options) =>
        options.OutgoingNumbers is { } pattern && Regex.Match(call.Destination, pattern) is { Success: true } match ? match.Groups[1].Value : null;

    static IEnumerable<DialplanAction> Service(string socket, bool serviceLives, string phone)
    {
        if (serviceLives)
        {
            yield return new DialplanAction("set", $"web3tel_phone={phone}");
            yield return new DialplanAction("socket", socket);
        }

        yield return new DialplanAction("hangup", "NORMAL_TEMPORARY_FAILURE");
    }

    static IEnumerable<DialplanAction> ToOutside(string socket, string phone, string number, string destination)
    {
        yield return new DialplanAction("set", "max_forwards=70");
        yield return new DialplanAction("set", $"web3tel_phone={phone}");
        yield return new DialplanAction("set", $"web3tel_outgoing={number}");
        yield return new DialplanAction("set", "socket_resume=true");
        yield return new DialplanAction("socket", socket);
        yield return new DialplanAction("answer");
        yield return new DialplanAction("playback", "tone_stream://%(1000,1000,425)");
        yield return new DialplanAction("transfer", $"{destination} XML {Context}");
    }
}
