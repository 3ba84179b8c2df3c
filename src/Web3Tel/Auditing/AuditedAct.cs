namespace Web3Tel.Auditing;

public enum AuditedAct
{
    SignIn,
    SignOut,
    Break,
    Ready,
    ExtendWrapUp,
    EndWrapUp,
    Force,
    DoNotDisturb,
    Disturb,
    Call,
    Hold,
    Resume,
    Transfer,
    Consult,
    CompleteConsult,
    CancelConsult,
    Listen,
    TakeOver,
    HangUp,
    Move,
    ReadMessage,
    UnreadMessage,
    DeleteMessage,
    DeleteRecordings,
}
