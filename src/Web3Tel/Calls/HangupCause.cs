namespace Web3Tel.Calls;

/// <summary>Why a call ended, by its Q.850 name as FreeSWITCH writes it.</summary>
public readonly record struct HangupCause(string Name)
{
    public static readonly HangupCause NormalClearing = new("NORMAL_CLEARING");
    public static readonly HangupCause OriginatorCancel = new("ORIGINATOR_CANCEL");
    /// <summary>Somebody else answered: a SIP phone is told that the call was completed elsewhere, and need not show it as missed.</summary>
    public static readonly HangupCause LoseRace = new("LOSE_RACE");
    public static readonly HangupCause UserBusy = new("USER_BUSY");
    public static readonly HangupCause NoAnswer = new("NO_ANSWER");
    public static readonly HangupCause CallRejected = new("CALL_REJECTED");
    public static readonly HangupCause UserNotRegistered = new("USER_NOT_REGISTERED");
    public static readonly HangupCause RecoveryOnTimerExpire = new("RECOVERY_ON_TIMER_EXPIRE");

    public override string ToString() => Name;
}
