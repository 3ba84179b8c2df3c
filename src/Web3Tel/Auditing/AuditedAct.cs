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
}
