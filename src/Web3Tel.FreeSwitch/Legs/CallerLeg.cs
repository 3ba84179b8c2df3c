using System.Collections.Immutable;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket;
using Web3Tel.FreeSwitch.Nodes;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>
/// A caller who came by the dialplan, on a connection of its own. Should that connection break in a conversation, the leg is followed
/// over the node's; while waiting, the dialplan brings the caller back on a new one.
/// </summary>
sealed class CallerLeg : Leg
{
    readonly OutboundSocket socket;
    CompositeDisposable connections;
    volatile bool connected = true;

    public CallerLeg(CallInfo info, DialplanPlace place, OutboundSocket socket, Node node)
        : base(info, node)
    {
        this.socket = socket;
        connections = [socket];
        Place = place;
        Keep(socket.Events.Subscribe(Say, _ => LookAfterIt(), LookAfterIt));
        Keep(socket.Send(new NixEvents(Unheard)).Subscribe(_ => { }, _ => { }));
    }

    /// <summary>
    /// The call has come by another connection before, which says nothing any more and stays to the end of the call. Were it closed, FreeSWITCH
    /// would reset the channel (socket_resume), whose dialplan would bring the call to us on one more connection, and so on and on.
    /// </summary>
    public void Replace(CallerLeg earlier)
    {
        connections.Add(Interlocked.Exchange(ref earlier.connections, []));
        if (earlier.connected)
        {
            earlier.socket.Send(new NoEvents()).Subscribe(_ => { }, _ => { });
        }

        earlier.Retire("it came back on a new connection");
    }

    protected override DialplanPlace? Place { get; }

    protected override IObservable<ApiResponse> Api(string command) =>
        connected ? socket.Send(new Api(command)) : Node.Api(command);

    protected override IObservable<ApplicationResult>? Execute(Execute application) => socket.Send(application);

    /// <summary>Of the fixed list of <c>myevents</c>, what we do not listen to: most of a call's bytes.</summary>
    static readonly ImmutableArray<EventName> Unheard =
    [
        EventName.ChannelState, EventName.ChannelExecute, EventName.ChannelPark, EventName.ChannelUnpark, EventName.ChannelProgress,
        EventName.ChannelProgressMedia, EventName.ChannelOriginate, EventName.ChannelOutgoing, EventName.ChannelDestroy,
    ];

    /// <summary>The connection is gone, or its events overflowed: what has become of the call?</summary>
    void LookAfterIt()
    {
        connected = false;
        if (!Happened.HasEnded)
        {
            Keep(Node.Exists(Id).DefaultIfEmpty(true).Subscribe(lives =>
            {
                if (!lives)
                {
                    Happened.Say(Node.Ended());
                }
                else if (InConversation)
                {
                    Keep(Node.Follow(Id).Subscribe(Say));
                    Keep(Node.Gone(Id).Subscribe(Happened.Say));
                }
                else
                {
                    Retire("the connection of the call was lost");
                }
            }));
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        connections.Dispose();
    }
}
