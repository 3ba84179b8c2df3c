using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>
/// The variables of a channel, read out of what FreeSWITCH told of it when somebody asks: a call has a hundred of them and hardly one is
/// ever read. As strings of their own they were most of what a waiting call held.
/// </summary>
sealed class ChannelVariables(EventMessage channel) : IReadOnlyDictionary<string, string>
{
    public string this[string key] => channel.GetVariable(key) ?? throw new KeyNotFoundException($"The call has no variable {key}.");

    public IEnumerable<string> Keys => All.Select(variable => variable.Key);

    public IEnumerable<string> Values => All.Select(variable => variable.Value);

    public int Count => All.Count();

    IEnumerable<KeyValuePair<string, string>> All => channel.Variables.DistinctBy(variable => variable.Key);

    public bool ContainsKey(string key) => channel.GetVariable(key) is not null;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => (value = channel.GetVariable(key)) is not null;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
