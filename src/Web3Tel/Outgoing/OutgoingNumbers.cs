using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.Outgoing;

/// <summary>Which numbers outside who may call, and what is shown there.</summary>
public static class OutgoingNumbers
{
    /// <summary>As a prefix: every number.</summary>
    public const string Every = "*";

    /// <summary>Digits, with a leading + or not: a key of a service code is no number outside.</summary>
    public static bool IsNumber(string number) =>
        number.TrimStart('+') is { Length: > 0 and <= 31 } digits && number.Length - digits.Length <= 1 && digits.All(char.IsAsciiDigit);

    /// <summary>A prefix of numbers, or <see cref="Every"/>.</summary>
    public static bool IsPrefix(string prefix) => prefix is Every or "+" || IsNumber(prefix);

    /// <summary>
    /// The agent's own lists come before those of all; in each the longest prefix decides, and a blocked one among equals. A number in none
    /// of them may be called where there is no list of allowed ones.
    /// </summary>
    internal static bool MayCall(this Configuration configuration, AgentSettings agent, string number)
    {
        var all = configuration.Outgoing;
        return Decide(agent.OutgoingAllowed, agent.OutgoingBlocked, number)
            ?? Decide(all.Allowed, all.Blocked, number)
            ?? (agent.OutgoingAllowed.IsEmpty && all.Allowed.IsEmpty);
    }

    /// <summary>The number shown to who is called.</summary>
    internal static string ShownBy(this Configuration configuration, AgentSettings agent) => agent.OutgoingNumber ?? configuration.Outgoing.Shown;

    /// <summary>Whether the agent may have the number shown.</summary>
    internal static bool MayShow(this Configuration configuration, AgentSettings agent, string number) =>
        number == configuration.ShownBy(agent) || number == configuration.Outgoing.Shown || configuration.Outgoing.MayShow.Contains(number);

    static bool? Decide(ImmutableArray<string> allowed, ImmutableArray<string> blocked, string number)
    {
        var (may, mayNot) = (Longest(allowed, number), Longest(blocked, number));
        return may < 0 && mayNot < 0 ? null : may > mayNot;
    }

    /// <summary>Length of the longest prefix that matches; -1 for none.</summary>
    static int Longest(ImmutableArray<string> prefixes, string number)
    {
        var longest = -1;
        foreach (var prefix in prefixes)
        {
            var length = prefix == Every ? 0 : number.StartsWith(prefix, StringComparison.Ordinal) ? prefix.Length : -1;
            longest = Math.Max(longest, length);
        }

        return longest;
    }
}
