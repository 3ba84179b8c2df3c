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
    public static readonly HangupCause MediaTimeout = new("MEDIA_TIMEOUT");

    /// <summary>The cause of that name; null for none.</summary>
    public static HangupCause? Read(string? name) => name is { Length: > 0 } and not ("none" or "_undef_") ? new HangupCause(name) : null;

    /// <summary>
    /// Whether an answered phone of which the switch ended the call so was lost: nothing is heard of it any more (its power, its network, the
    /// browser's connection), and nobody has hung up.
    /// </summary>
    public bool IsOfLostPhone => Name is "MEDIA_TIMEOUT" or "RECOVERY_ON_TIMER_EXPIRE" or "NETWORK_OUT_OF_ORDER" or "DESTINATION_OUT_OF_ORDER";

    /// <summary>Whether nobody has heard how it ended: the switch, asked, has the call no more.</summary>
    public bool IsUnheard => Name == "UNKNOWN";

    public override string ToString() => Name;
}
