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
    PauseRecording,
    ResumeRecording,
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
    Configure,
    CancelCallback,
    SignInToPanel,
    SignOutOfPanel,

    /// <summary>So many wrong passwords that nobody gets in for a while.</summary>
    LockAccount,
    CreateAccount,
    ChangeAccount,
    DisableAccount,
    EnableAccount,
    ChangePassword,
    IssueToken,
    RevokeToken,
    HearRecording,
    ExportRecordings,

    /// <summary>A voicemail is listened to.</summary>
    HearMessage,
    PublishScenario,
    TakeOutScenario,
    OpenByHand,
    CloseByHand,
    FollowCalendar,

    /// <summary>Sign-in asks for codes of an app.</summary>
    SetSecondFactor,
    RemoveSecondFactor,

    /// <summary>Wrote of a conversation; the detail is the call's id and the result.</summary>
    TakeNote,

    /// <summary>Wrote a comment at a moment of a recording, or took one away; the detail is the recording's id.</summary>
    MarkRecording,
    UnmarkRecording,

    /// <summary>Judged a conversation by a score card, or took that back; the detail is the recording's id and the share reached.</summary>
    ScoreRecording,
    WithdrawScore,
}
