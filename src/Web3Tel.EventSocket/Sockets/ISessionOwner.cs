using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>What a connection tells the socket that it belongs to, on the thread that reads.</summary>
interface ISessionOwner
{
    void AuthRequested();

    /// <summary>FreeSWITCH does not want us at all.</summary>
    void Rejected(string text);

    void Noticed(DisconnectNotice notice);

    void Logged(LogLine line);

    /// <summary>The connection is over; every wait on it has been told so. The reason is null in good order.</summary>
    void Closed(Exception? reason);
}
