using Web3Tel.Voicemail;

namespace Web3Tel.Auditing;

public static class AuditedActs
{
    public static AuditedAct Of(MessageMark mark) => mark switch
    {
        MessageMark.Read => AuditedAct.ReadMessage,
        MessageMark.Unread => AuditedAct.UnreadMessage,
        MessageMark.Deleted or MessageMark.Expired => AuditedAct.DeleteMessage,
    };
}
