using System.Reactive.Linq;

namespace Web3Tel.Calls;

/// <summary>A telephone switch, or several behind one door.</summary>
public interface ISwitch
{
    /// <summary>Hot: calls that reach the service, those that come back after it was away included.</summary>
    IObservable<ICall> Calls { get; }

    /// <summary>
    /// Cold: subscribing rings, and gives the leg when it is answered, or fails with <see cref="DialFailedException"/>.
    /// Disposing before the answer stops the ringing; a leg that is given belongs to the subscriber, who bridges it or hangs it up.
    /// </summary>
    IObservable<ICall> Originate(Dial dial);

    /// <summary>Whether each node can be commanded, and which calls live on it whenever that becomes so. Replays the latest per node.</summary>
    IObservable<NodeState> Nodes { get; }

    /// <summary>Hot: phones that come and go. After each <see cref="NodeState.Up"/> nothing is known of any until it changes.</summary>
    IObservable<DeviceChange> Devices => Observable.Empty<DeviceChange>();

    /// <summary>Hot: phones that ask how many messages wait, as they are dialled: <c>user/1001</c>.</summary>
    IObservable<string> MessageQueries => Observable.Empty<string>();

    /// <summary>Shows on a phone, where it can show it, how many messages wait. Cold; never fails.</summary>
    /// <param name="destination">As it is dialled: <c>user/1001</c>.</param>
    IObservable<Reply> ShowMessages(string destination, int unread, int read) => Observable.Return(Reply.Done);

    /// <summary>Hot: phones that begin or end calls which are not ours. Who is in one at a <see cref="NodeState.Up"/> is said there.</summary>
    IObservable<PhoneUse> PhoneUses => Observable.Empty<PhoneUse>();

    /// <summary>Cold: asks the switch itself whether a call lives. Silent when it cannot be asked.</summary>
    IObservable<bool> Lives(CallRef call) => Observable.Empty<bool>();

    /// <summary>Cold: asks the switch itself whether a call that lives is in conversation with that one. Silent when it lives no more, or cannot be asked.</summary>
    IObservable<bool> AreJoined(CallRef call, CallRef other) => Observable.Empty<bool>();

    /// <summary>
    /// A call to follow and command, such as a conversation found in a survey. One that lives no more says so:
    /// its events begin and end with <see cref="CallEvent.HungUp"/>.
    /// </summary>
    ICall Attach(LiveCall call);
}
