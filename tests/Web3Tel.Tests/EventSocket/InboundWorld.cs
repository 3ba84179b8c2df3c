using System.Reactive.Concurrency;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Tests.EventSocket;

/// <summary>An inbound socket and a FreeSWITCH that lets it in, on one thread and a virtual clock.</summary>
sealed class InboundWorld : IDisposable
{
    readonly IDisposable accepting;

    public InboundWorld(InboundSocketOptions? options = null, bool start = true, DeliveryMode delivery = DeliveryMode.Inline)
    {
        Link = new MemoryLink(Clock);
        accepting = Link.Accepted.Subscribe(Accept);
        var chosen = (options ?? new InboundSocketOptions()) with { Delivery = delivery, Random = new Random(1) };
        Socket = new InboundSocket(Link, chosen, Clock, Log);
        States = Socket.States.Record();
        if (start)
        {
            Socket.Start();
            Settle();
        }
    }

    public HistoricalScheduler Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public LogBook Log { get; } = new();

    public MemoryLink Link { get; }

    public InboundSocket Socket { get; }

    public Recorder<ConnectionState> States { get; }

    /// <summary>What FreeSWITCH says to a new connection.</summary>
    public string Greeting { get; set; } = "Content-Type: auth/request\n\n";

    /// <summary>What it says to the password.</summary>
    public string AuthReply { get; set; } = "+OK accepted";

    /// <summary>What it says to commands that set the connection up.</summary>
    public string? SetupReply { get; set; } = "+OK";

    public List<Peer> Peers { get; } = [];

    public Peer Peer => Peers[^1];

    public ConnectionState State => States.Items[^1];

    /// <summary>Lets happen what happens without time going by.</summary>
    public void Settle() => Clock.AdvanceBy(TimeSpan.FromTicks(1));

    public void Wait(TimeSpan time) => Clock.AdvanceBy(time);

    public void Dispose()
    {
        Socket.Dispose();
        accepting.Dispose();
    }

    void Accept(ITransport transport)
    {
        var peer = new Peer(transport) { Answer = Answer };
        Peers.Add(peer);
        peer.Say(Greeting);
    }

    string? Answer(ReceivedCommand command) => command.Verb switch
    {
        "auth" or "userauth" => Peer.ReplyFrame(AuthReply),
        "event" or "nixevent" or "noevents" or "filter" or "log" or "nolog" or "myevents" =>
            SetupReply is null ? null : Peer.ReplyFrame(SetupReply),
        _ => null,
    };
}
