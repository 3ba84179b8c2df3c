using System.Text.RegularExpressions;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Puts the values of channel variables where an application's data names them as <c>${name}</c>.</summary>
static partial class VariableExpansion
{
    public static string Expand(Channel channel, string data) =>
        data.Contains("${", StringComparison.Ordinal)
            ? Reference().Replace(data, reference => channel.Variables[reference.Groups[1].Value] ?? "")
            : data;

    [GeneratedRegex(@"\$\{([^{}()]+)\}")]
    private static partial Regex Reference();
}
