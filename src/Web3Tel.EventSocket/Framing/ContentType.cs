namespace Web3Tel.EventSocket.Framing;

/// <summary>What a frame is, by its <c>Content-Type</c>.</summary>
public enum ContentType
{
    /// <summary>Missing, or none that we know.</summary>
    Unknown,
    AuthRequest,
    CommandReply,
    ApiResponse,
    EventPlain,
    EventJson,
    EventXml,
    DisconnectNotice,
    RudeRejection,
    LogData,
}
