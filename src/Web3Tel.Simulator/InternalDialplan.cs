using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator;

/// <summary>
/// What operators dial, as in <c>freeswitch/dialplan/internal.xml</c>: service numbers, which the service answers if it is there, and each
/// other. Whoever they talk to there is only an echo here.
/// </summary>
static class InternalDialplan
{
    public const string Context = "internal";

    /// <summary>Whether it has an extension for the number; any other is a call to the call center.</summary>
    public static bool Knows(DialplanCall call) => IsService(call) || call.IsToOperator;

    public static IEnumerable<DialplanAction> For(DialplanCall call, SimulatorOptions options) => IsService(call)
        ? Service(options.Socket, call.AgeOf("web3tel", "beat") < options.HeartbeatLimit, call.Variable("user_name") ?? "")
        : [new DialplanAction("answer"), new DialplanAction("echo")];

    static bool IsService(DialplanCall call) => call.Destination.StartsWith('*');

    static IEnumerable<DialplanAction> Service(string socket, bool serviceLives, string phone)
    {
        if (serviceLives)
        {
            yield return new DialplanAction("set", $"web3tel_phone={phone}");
            yield return new DialplanAction("socket", socket);
        }

        yield return new DialplanAction("hangup", "NORMAL_TEMPORARY_FAILURE");
    }
}
