using Web3Tel.Calls;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>
/// What a leg that runs <c>eavesdrop</c> on an operator's leg must be told. "bleg" is what is written to that leg, so heard by the
/// operator; "aleg" what is read from it, so heard by the caller (switch_ivr_async.c). The keys of the phone change it: 0 listens,
/// 2 speaks to the operator, 1 to the caller, 3 to both.
/// </summary>
static class ListenVariables
{
    public static IEnumerable<KeyValuePair<string, string>> For(ListenMode mode) =>
        Spoken(mode).Append("eavesdrop_enable_dtmf").Select(name => KeyValuePair.Create(name, "true"));

    static string[] Spoken(ListenMode mode) => mode switch
    {
        ListenMode.Listen => [],
        ListenMode.Whisper => ["eavesdrop_whisper_bleg"],
        ListenMode.Barge => ["eavesdrop_whisper_aleg", "eavesdrop_whisper_bleg"],
    };
}
