using System.Collections.Frozen;

namespace Web3Tel.Simulator.Channels;

/// <summary>Hang-up causes with what goes with them: the Q.850 number and the SIP status of a call refused with it.</summary>
static class Cause
{
    public const string NormalClearing = "NORMAL_CLEARING";
    public const string OriginatorCancel = "ORIGINATOR_CANCEL";
    public const string ManagerRequest = "MANAGER_REQUEST";
    public const string MediaTimeout = "MEDIA_TIMEOUT";
    public const string DestinationOutOfOrder = "DESTINATION_OUT_OF_ORDER";

    static readonly FrozenDictionary<string, (int Q850, int Sip)> Known = new Dictionary<string, (int, int)>
    {
        ["NONE"] = (0, 480),
        ["UNALLOCATED_NUMBER"] = (1, 404),
        ["NO_ROUTE_DESTINATION"] = (3, 404),
        [NormalClearing] = (16, 480),
        ["USER_BUSY"] = (17, 486),
        ["NO_USER_RESPONSE"] = (18, 408),
        ["NO_ANSWER"] = (19, 480),
        ["SUBSCRIBER_ABSENT"] = (20, 480),
        ["CALL_REJECTED"] = (21, 603),
        [DestinationOutOfOrder] = (27, 502),
        ["INVALID_NUMBER_FORMAT"] = (28, 484),
        ["NORMAL_UNSPECIFIED"] = (31, 480),
        ["NORMAL_TEMPORARY_FAILURE"] = (41, 503),
        ["SWITCH_CONGESTION"] = (42, 503),
        ["CHAN_NOT_IMPLEMENTED"] = (66, 480),
        ["RECOVERY_ON_TIMER_EXPIRE"] = (102, 504),
        [OriginatorCancel] = (16, 487),
        [ManagerRequest] = (16, 480),
        ["ALLOTTED_TIMEOUT"] = (16, 480),
        ["USER_NOT_REGISTERED"] = (20, 480),
        ["PICKED_OFF"] = (16, 480),
        ["LOSE_RACE"] = (16, 480),
        [MediaTimeout] = (804, 480),
    }.ToFrozenDictionary();

    public static int Q850(string cause) => Known.TryGetValue(cause, out var known) ? known.Q850 : 16;

    public static int Sip(string cause) => Known.TryGetValue(cause, out var known) ? known.Sip : 480;

    /// <summary>A cause as a command names it; FreeSWITCH takes what it does not know for a normal end.</summary>
    public static string Parse(string? name) => name is not null && Known.ContainsKey(name) ? name : NormalClearing;
}
