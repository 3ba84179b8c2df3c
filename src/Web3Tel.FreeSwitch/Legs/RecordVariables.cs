using System.Globalization;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>What tells FreeSWITCH how to record a caller, and what it tells of it afterwards. Read in switch_ivr_play_say.c of 1.10.12.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>socket_resume=false</c>: were it true, the death of the service would cut the recording. It is true again at its end, by what was
/// sent to the channel with it, and the dialplan then brings the caller back.</item>
/// <item><c>playback_terminators</c>: the keys that end a recording, too. The dialplan sets <c>none</c>.</item>
/// <item><c>record_fill_cng</c>: a telephone that sends nothing in a pause would otherwise have its words recorded without the pause, and
/// one that sends nothing at all would record nothing.</item>
/// <item><c>enable_file_write_buffering=false</c>: were it on, the last four seconds would be lost when FreeSWITCH dies.</item>
/// <item><c>record_ms</c>, <c>silence_hits_exhausted</c>: left by the recording before, and still there if this one cannot begin.</item>
/// </list>
/// </remarks>
static class RecordVariables
{
    /// <summary>For <c>multiset</c>. An empty value removes the variable.</summary>
    public const string Before =
        "^^;socket_resume=false;playback_terminators=#;record_fill_cng=true;enable_file_write_buffering=false;record_ms=;silence_hits_exhausted=";

    public const string After = "^^;socket_resume=true;playback_terminators=none";

    /// <summary>Mean amplitude of a frame, of 32,767, below which it is silence.</summary>
    const int Threshold = 200;

    const string InSilence = "silence_hits_exhausted";

    public static string Arguments(string path, CallCommand.Record record) =>
        string.Create(CultureInfo.InvariantCulture, $"{path} {Whole(record.Longest)} {Threshold} {Whole(record.Silence)}");

    /// <summary>
    /// What follows the path in <c>uuid_record</c>: no limit of time, and variables that hold for this recording only. FreeSWITCH writes what it
    /// reads from the leg to the left (switch_ivr_async.c).
    /// </summary>
    public static string Of(RecordingSides sides) => sides switch
    {
        RecordingSides.Together => "",
        RecordingSides.OwnLeft => " 0 {RECORD_STEREO=true}",
        RecordingSides.OwnRight => " 0 {RECORD_STEREO_SWAP=true}",
    };

    /// <summary>What was recorded, or null when the channel says nothing of it.</summary>
    public static Recorded? Read(EventMessage message) =>
        long.TryParse(message.GetVariable(CallVariables.RecordedLength), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new Recorded(TimeSpan.FromMilliseconds(milliseconds), message.GetVariable(InSilence) == "true")
            : null;

    static int Whole(TimeSpan time) => Math.Max(1, (int)Math.Round(time.TotalSeconds));
}
