using System.Collections.Immutable;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Text.Json;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>
/// Calls of phones that are not ours: dialled by the phone, or to it by the dialplan. Whose a channel is says its presence id, which the
/// directory gives both ways: as a variable of the user, and in the dial string.
/// </summary>
/// <remarks>
/// <c>show channels</c> has no variables but the presence id, and is written a moment after the fact: each channel of a phone that it
/// shows is asked whether it is ours, and one that has gone meanwhile does not answer.
/// </remarks>
sealed class OutsideCalls(string node)
{
    /// <summary>The variable of legs that we make and know of. A supervisor's who listens has none: nothing else keeps that phone from being rung.</summary>
    public const string Ours = "web3tel_ours";

    public const string Survey = "show channels as json";

    readonly Lock gate = new();
    readonly Dictionary<string, string> phones = [];
    readonly HashSet<string> told = [];
    readonly HashSet<string> ended = [];
    readonly Subject<PhoneUse> changes = new();
    bool surveying = true;

    public IObservable<PhoneUse> Changes => changes.AsObservable();

    public static string Question(string channel) => $"uuid_getvar {channel} {Ours}";

    /// <summary>A new connection: what was known may be long over.</summary>
    public void Begin()
    {
        lock (gate)
        {
            surveying = true;
            phones.Clear();
            told.Clear();
            ended.Clear();
        }
    }

    /// <summary>Channels of phones in the survey: id and phone.</summary>
    public static ImmutableArray<(string Channel, string Phone)> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("rows", out var rows)
            ? [.. rows.EnumerateArray().SelectMany(Row)]
            : [];
    }

    /// <summary>Takes over what the survey has found, but for what has ended meanwhile, and says which phones are in use.</summary>
    public ImmutableArray<string> Complete(IEnumerable<(string Channel, string Phone)> found)
    {
        lock (gate)
        {
            foreach (var (channel, phone) in found.Where(one => !ended.Contains(one.Channel)))
            {
                phones[channel] = phone;
            }

            told.UnionWith(phones.Values);
            return [.. told];
        }
    }

    /// <summary>What the survey found has been said: from here on changes are, those since then included.</summary>
    public void Settle()
    {
        lock (gate)
        {
            surveying = false;
            ended.Clear();
            foreach (var phone in told.Union(phones.Values).ToArray())
            {
                TellOf(phone);
            }
        }
    }

    public void Hear(EventMessage message)
    {
        if (message.Uuid is not { Length: > 0 } channel)
        {
            return;
        }

        switch (message.EventName)
        {
            case EventName.ChannelCreate when message.GetVariable(Ours) is null && Phone.OfPresence(message["Channel-Presence-ID"]) is { } phone:
                Add(channel, phone);
                break;
            case EventName.ChannelHangupComplete:
                Remove(channel);
                break;
        }
    }

    void Add(string channel, string phone)
    {
        lock (gate)
        {
            phones[channel] = phone;
            TellOf(phone);
        }
    }

    void Remove(string channel)
    {
        lock (gate)
        {
            if (surveying)
            {
                ended.Add(channel);
            }

            if (phones.Remove(channel, out var phone))
            {
                TellOf(phone);
            }
        }
    }

    /// <summary>In the order in which it became so: whoever listens does not wait for anybody.</summary>
    void TellOf(string phone)
    {
        var inUse = phones.ContainsValue(phone);
        if (!surveying && (inUse ? told.Add(phone) : told.Remove(phone)))
        {
            changes.OnNext(new PhoneUse(phone, node, inUse));
        }
    }

    static IEnumerable<(string Channel, string Phone)> Row(JsonElement row)
    {
        if (Phone.OfPresence(Text(row, "presence_id")) is { } phone && Text(row, "uuid") is { Length: > 0 } channel)
        {
            yield return (channel, phone);
        }
    }

    static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
