using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.Server.Tests.FreeSwitch.Load;

/// <summary>
/// Sees by FreeSWITCH's own clock how long an operator who has been freed is without the next call while somebody waits: from the end of one leg to
/// the beginning of the next to the same telephone. The same for whatever distributes the calls.
/// </summary>
sealed class LoadWitness : IDisposable
{
    readonly Lock gate = new();
    readonly InboundSocket socket;
    readonly HashSet<string> waiting = [];
    readonly HashSet<string> ringing = [];
    readonly Dictionary<string, DateTimeOffset> freed = [];
    readonly List<double> handOvers = [];
    int talked;

    LoadWitness(InboundSocket socket)
    {
        this.socket = socket;
        socket.Events.Subscribe(See);
    }

    public static async Task<LoadWitness> Of(RealFreeSwitch freeSwitch)
    {
        var witness = new LoadWitness(await freeSwitch.Connect());
        await witness.socket.SubscribeEvents(EventName.ChannelCreate, EventName.ChannelBridge, EventName.ChannelHangup);
        return witness;
    }

    /// <summary>How many callers have had their conversation.</summary>
    public int Talked
    {
        get
        {
            lock (gate)
            {
                return talked;
            }
        }
    }

    /// <summary>Milliseconds, the shortest first.</summary>
    public IReadOnlyList<double> HandOvers
    {
        get
        {
            lock (gate)
            {
                return [.. handOvers.Order()];
            }
        }
    }

    public void Dispose() => socket.Dispose();

    void See(EventMessage message)
    {
        if (message is { Uuid: { } uuid, Timestamp: { } at })
        {
            lock (gate)
            {
                var isCaller = message[HeaderNames.CallDirection] == "inbound";
                switch (message.EventName)
                {
                    case EventName.ChannelCreate when isCaller:
                        waiting.Add(uuid);
                        break;
                    case EventName.ChannelCreate:
                        Ring(uuid, Telephone(message), at);
                        break;
                    case EventName.ChannelBridge:
                        Talk(uuid);
                        Talk(message[HeaderNames.OtherLegUniqueId] ?? "");
                        break;
                    case EventName.ChannelHangup when isCaller:
                        waiting.Remove(uuid);
                        break;
                    case EventName.ChannelHangup:
                        ringing.Remove(uuid);
                        Free(Telephone(message), at);
                        break;
                }
            }
        }
    }

    void Ring(string uuid, string telephone, DateTimeOffset at)
    {
        ringing.Add(uuid);
        if (freed.Remove(telephone, out var since))
        {
            handOvers.Add((at - since).TotalMilliseconds);
        }
    }

    void Talk(string uuid)
    {
        ringing.Remove(uuid);
        if (waiting.Remove(uuid))
        {
            talked++;
        }
    }

    /// <summary>It counts only when there is somebody to be handed over, for whom no telephone rings yet.</summary>
    void Free(string telephone, DateTimeOffset at)
    {
        if (waiting.Count > ringing.Count)
        {
            freed[telephone] = at;
        }
    }

    static string Telephone(EventMessage message) => message[HeaderNames.ChannelName] ?? "";
}
