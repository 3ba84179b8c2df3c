using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>A place in the queue of commands whose replies have not come: first in, first out.</summary>
interface IReplySlot
{
    void Reply(Frame frame);

    void Fail(Exception reason);
}
