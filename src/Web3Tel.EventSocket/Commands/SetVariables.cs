using System.Collections.Immutable;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Originating;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Sets variables on a channel.</summary>
public sealed record SetVariables : Command<ApiResponse>
{
    /// <summary>As many as FreeSWITCH takes at once.</summary>
    public const int MaxVariables = 64;

    readonly string text;

    /// <param name="uuid">The channel.</param>
    /// <param name="variables">Names and values; an empty value takes the variable away.</param>
    public SetVariables(string uuid, IEnumerable<KeyValuePair<string, string>> variables)
    {
        ImmutableArray<string> assignments =
            [.. variables.Select(variable => $"{VariableName.Require(variable.Key)}={Separated.Escape(variable.Value, ';', variable.Key)}")];
        if (assignments.Length is 0 or > MaxVariables)
        {
            throw new ArgumentException($"FreeSWITCH takes 1 to {MaxVariables} variables at once, not {assignments.Length}.", nameof(variables));
        }

        text = $"api uuid_setvar_multi {OneLine.RequireWord(uuid)} {string.Join(';', assignments)}";
    }

    protected internal override void Write(CommandWriter writer) => writer.Line(text).End();

    protected internal override ApiResponse Read(Frame reply) => ApiResponse.From(reply);
}
