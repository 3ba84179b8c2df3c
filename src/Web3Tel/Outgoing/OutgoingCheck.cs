using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.Outgoing;

/// <summary>Finds what is wrong with how agents call numbers outside.</summary>
static class OutgoingCheck
{
    public static IEnumerable<ConfigurationProblem> Problems(Configuration configuration)
    {
        var outgoing = configuration.Outgoing;
        return
        [
            .. Prefixes(ConfigurationCheck.Named("Outgoing: Allowed"), outgoing.Allowed),
            .. Prefixes(ConfigurationCheck.Named("Outgoing: Blocked"), outgoing.Blocked),
            .. Shown(ConfigurationCheck.Named("Outgoing: Shown"), outgoing.Shown),
            .. outgoing.MayShow.SelectMany(number => Shown(ConfigurationCheck.Named("Outgoing: MayShow"), number)),
            .. ConfigurationCheck.OutOfRange(ConfigurationCheck.Named("Outgoing: RingTime"), outgoing.RingTime, ConfigurationCheck.Shortest),
            .. ConfigurationCheck.OutOfRange(ConfigurationCheck.Named("Outgoing: WrapUp"), outgoing.WrapUp, TimeSpan.Zero),
            .. ConfigurationCheck.Unplayable(ConfigurationCheck.Named("Outgoing: RecordingNotice"), outgoing.RecordingNotice),
            .. configuration.Agents.SelectMany(Problems),
        ];
    }

    static IEnumerable<ConfigurationProblem> Problems(AgentSettings agent) =>
    [
        .. Prefixes(ConfigurationCheck.OfAgent(agent.Id).At("OutgoingAllowed"), agent.OutgoingAllowed),
        .. Prefixes(ConfigurationCheck.OfAgent(agent.Id).At("OutgoingBlocked"), agent.OutgoingBlocked),
        .. Shown(ConfigurationCheck.OfAgent(agent.Id).At("OutgoingNumber"), agent.OutgoingNumber ?? ""),
    ];

    static IEnumerable<ConfigurationProblem> Prefixes(ConfigurationProblem what, ImmutableArray<string> prefixes) => prefixes
        .Where(prefix => !OutgoingNumbers.IsPrefix(prefix))
        .Select(prefix => what.Is($" has \"{prefix}\": give the first digits of numbers, such as +7495, or * for every number.", $" содержит «{prefix}»: задайте первые цифры номеров, например +7495, или * для всех."));

    static IEnumerable<ConfigurationProblem> Shown(ConfigurationProblem what, string number) => number.Length == 0 || OutgoingNumbers.IsNumber(number)
        ? []
        : [what.Is($" is \"{number}\": give digits with a leading + or without, such as +74951234567.", $" = «{number}»: задайте цифры с + в начале или без, например +74951234567.")];
}
