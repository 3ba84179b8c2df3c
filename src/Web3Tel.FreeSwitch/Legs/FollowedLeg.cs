using Web3Tel.Calls;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Nodes;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>
/// A leg without a connection of its own: an operator's, or a conversation found again after a restart. It is seen and commanded over
/// the node's connection, and asked after whenever that was away.
/// </summary>
sealed class FollowedLeg : Leg
{
    FollowedLeg(CallInfo info, Node node, IObservable<CallEvent> gone)
        : base(info, node)
    {
        Keep(node.Follow(Id).Subscribe(Say));
        Keep(gone.Subscribe(Happened.Say));
    }

    protected override DialplanPlace? Place => null;

    /// <summary>A leg that is said to live.</summary>
    public static FollowedLeg Found(CallInfo info, Node node) => new(info, node, node.Gone(info.Ref.Id));

    /// <summary>A leg that is about to be made: asked after only when the connection has been away meanwhile.</summary>
    public static FollowedLeg NotYetThere(CallInfo info, Node node) => new(info, node, node.GoneLater(info.Ref.Id));

    protected override IObservable<ApiResponse> Api(string command) => Node.Api(command);

    protected override IObservable<ApplicationResult>? Execute(Execute application) => null;
}
