using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.Outgoing;

/// <summary>Finds what is wrong with how agents call numbers outside.</summary>
static class OutgoingCheck
{
    public static IEnumerable<string> Problems(Configuration configuration)
    {
        var outgoing = configuration.Outgoing;
        return
        [
            .. Prefixes("Outgoing: Allowed", outgoing.Allowed),
            .. Prefixes("Outgoing: Blocked", outgoing.Blocked),
            .. Shown("Outgoing: Shown", outgoing.Shown),
            .. outgoing.MayShow.SelectMany(number => Shown("Outgoing: MayShow", number)),
            .. ConfigurationCheck.OutOfRange("Outgoing: RingTime", outgoing.RingTime, ConfigurationCheck.Shortest),
            .. ConfigurationCheck.OutOfRange("Outgoing: WrapUp", outgoing.WrapUp, TimeSpan.Zero),
            .. configuration.Agents.SelectMany(Problems),
        ];
    }

    static IEnumerable<string> Problems(AgentSettings agent) =>
    [
        .. Prefixes($"Agent '{agent.Id}': OutgoingAllowed", agent.OutgoingAllowed),
        .. Prefixes($"Agent '{agent.Id}': OutgoingBlocked", agent.OutgoingBlocked),
        .. Shown($"Agent '{agent.Id}': OutgoingNumber", agent.OutgoingNumber ?? ""),
    ];

    static IEnumerable<string> Prefixes(string what, ImmutableArray<string> prefixes) => prefixes
        .Where(prefix => !OutgoingNumbers.IsPrefix(prefix))
        .Select(prefix => $"{what} has \"{prefix}\": give the first digits of numbers, such as +7495, or * for every number.");

    static IEnumerable<string> Shown(string what, string number) => number.Length == 0 || OutgoingNumbers.IsNumber(number)
        ? []
        : [$"{what} is \"{number}\": give digits with a leading + or without, such as +74951234567."];
}
