using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Something to ask of FreeSWITCH, and what it answers.</summary>
/// <typeparam name="TReply">The answer.</typeparam>
public abstract record Command<TReply> : Command
{
    /// <summary>Takes the answer out of the frame that is the reply.</summary>
    protected internal abstract TReply Read(Frame reply);

    /// <summary>
    /// How it is carried out: usually the reply is the answer. Commands that are only begun by their reply wait for their event too.
    /// </summary>
    internal virtual IObservable<TReply> On(Session session) => new RequestObservable<TReply>(session, this);
}
