using Web3Tel.Calls;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>
/// What must be written into a channel so that nobody is lost while two legs are joined. Learnt from FreeSWITCH 1.10.12
/// (switch_ivr_bridge.c, mod_event_socket.c) and seen on it.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>socket_resume=false</c>: were it true, the death of the service would cut the conversation.</item>
/// <item><c>web3tel_after_talk=ends</c> for a caller who outlives the operator's phone: the caller goes to the dialplan whatever ends the conversation, and
/// the dialplan ends the call (its extension "after a conversation") unless the phone was lost, as <c>bridge_hangup_cause</c> says, which FreeSWITCH writes into
/// the caller's channel before. So an operator who hangs up ends the call while the service is away, too. What an earlier conversation has left there is
/// taken out first.</item>
/// <item><c>hangup_after_bridge=explicit</c>, where neither is so: the caller is hung up when the conversation ends. Plain <c>true</c> is asked
/// only after <c>transfer_after_bridge</c>, which would take the caller back to the queue.</item>
/// <item><c>transfer_after_bridge</c>, <c>uuid_bridge_continue_on_cancel</c> and, on the operator's leg, <c>rdnis</c>: the three
/// places that FreeSWITCH looks at when the operator has gone between the answer and the bridge. Without them it hangs up the
/// caller; with them the caller goes through the dialplan to us again, with its place.</item>
/// </list>
/// </remarks>
static class BridgeVariables
{
    /// <param name="bridge">Says whether the caller goes there, too, when the conversation is over, or when the other leg is lost.</param>
    public static string ForCaller(DialplanPlace place, CallCommand.Bridge bridge) =>
        $"socket_resume=false;hangup_after_bridge={(bridge.ComesBack || bridge.OutlivesOther ? "false" : "explicit")};uuid_bridge_continue_on_cancel=true;transfer_after_bridge={place}"
        + $";{AfterTalk}={(bridge.ComesBack ? "goes-on" : "ends")};{CallVariables.TalkEnded}=none";

    /// <summary>Whoever is parted goes on, even if the other leg ends in the same moment: the dialplan must not take that for the end of the call.</summary>
    public const string ForParted = $"{AfterTalk}=goes-on";

    const string AfterTalk = "web3tel_after_talk";

    /// <summary>
    /// Where somebody we have called goes in the dialplan when parted from the agent, as any caller. Not <c>transfer_after_bridge</c>: on the
    /// leg that is bridged to, that one counts before <c>hangup_after_bridge</c>, and who was left would come to us as a caller (seen).
    /// </summary>
    public const string ComesBackTo = "web3tel_comes_back_to";

    /// <summary>Takes it back when the bridge was refused and the caller goes on waiting.</summary>
    public const string ForCallerStillWaiting = "socket_resume=true;hangup_after_bridge=false";

    /// <summary>
    /// Where the caller goes when the operator's leg ends under the bridge: the extension, in the caller's own context. A consultation
    /// before may have left the leg one that parks when its bridge ends.
    /// </summary>
    public static string ForOperator(CallInfo caller) => $"rdnis={caller.Dialled};park_after_bridge=false";
}
