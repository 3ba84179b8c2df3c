using System.Globalization;
using System.Text;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Events;

/// <summary>Finds the first header of a name, as a filter does: names differ in case only by mistake.</summary>
sealed class HeaderLookup(string wanted) : IHeaderSink
{
    const string VariablePrefix = "variable_";

    public string? Value { get; private set; }

    public void Add(ReadOnlySpan<byte> name, string value)
    {
        if (Value is null && Is(name))
        {
            Value = value;
        }
    }

    public void Add(ReadOnlySpan<byte> name, long value)
    {
        if (Value is null && Is(name))
        {
            Value = value.ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Add(ChannelVariables variables)
    {
        if (Value is null && wanted.StartsWith(VariablePrefix, StringComparison.OrdinalIgnoreCase))
        {
            Value = variables[wanted[VariablePrefix.Length..]];
        }
    }

    public void Add(CallerProfile profile, ProfileHeaders names) => profile.Write(this, names);

    public void Add(EventHead head) => head.Write(this);

    public void Body(string text)
    {
    }

    bool Is(ReadOnlySpan<byte> name) =>
        name.Length == wanted.Length && Encoding.ASCII.GetString(name).Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
