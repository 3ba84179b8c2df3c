using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>What it means for an agent that a call to the phone failed.</summary>
static class Outcomes
{
    public static OfferOutcome Of(HangupCause cause) => cause.Name switch
    {
        "CALL_REJECTED" or "NORMAL_CLEARING" => OfferOutcome.Rejected,
        "USER_BUSY" => OfferOutcome.Busy,
        "NO_ANSWER" or "NO_USER_RESPONSE" or "ALLOTTED_TIMEOUT" or "ORIGINATOR_CANCEL" => OfferOutcome.NoAnswer,
        // The connection to the switch broke, or it never answered: the phone may ring on.
        "NETWORK_OUT_OF_ORDER" => OfferOutcome.LostSight,
        _ => OfferOutcome.Unreachable,
    };
}
