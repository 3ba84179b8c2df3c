using System.Buffers;
using System.Collections;
using System.Text;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>
/// A channel's variables in the order of their last setting, as FreeSWITCH keeps them: setting one again moves it to
/// the end, which is why the order of the headers of real events varies.
/// </summary>
sealed class ChannelVariables : IEnumerable<KeyValuePair<string, string>>
{
    public const string ArrayPrefix = "ARRAY::";

    readonly OrderedDictionary<string, Variable> variables = new(96, StringComparer.OrdinalIgnoreCase);
    readonly ArrayBufferWriter<byte> plain = new(0x2400);
    bool plainIsStale = true;

    public int Count => variables.Count;

    /// <summary>The value, or null when it is not set. Setting null or nothing removes it.</summary>
    public string? this[string name]
    {
        get => variables.TryGetValue(name, out var variable) ? variable.Value : null;
        set
        {
            if (string.IsNullOrEmpty(value))
            {
                plainIsStale |= variables.Remove(name);
            }
            else
            {
                Set(new Variable(name, value));
            }
        }
    }

    public void Set(Variable variable)
    {
        variables.Remove(variable.Name);
        variables.Add(variable.Name, variable);
        plainIsStale = true;
    }

    public bool IsTrue(string name) => this[name] is "true" or "yes" or "on" or "enabled" or "1" or "t" or "active" or "allow";

    /// <summary>All of them as <c>event plain</c> has them.</summary>
    public ReadOnlySpan<byte> AsPlain()
    {
        if (plainIsStale)
        {
            plainIsStale = false;
            plain.ResetWrittenCount();
            foreach (var variable in variables.Values)
            {
                plain.Write(variable.Line);
            }
        }

        return plain.WrittenSpan;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        variables.Values.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One variable and its header line, which is made once and may be shared by many channels.</summary>
    public sealed class Variable(string name, string value)
    {
        byte[]? line;

        public string Name => name;

        public string Value => value;

        public byte[] Line => line ??= Render();

        byte[] Render()
        {
            var buffer = new ArrayBufferWriter<byte>(name.Length + value.Length + 16);
            Encoding.UTF8.GetBytes("variable_", buffer);
            Encoding.UTF8.GetBytes(name, buffer);
            buffer.Write(": "u8);
            PercentEncoding.Write(buffer, value);
            buffer.Write("\n"u8);
            return buffer.WrittenSpan.ToArray();
        }
    }
}
