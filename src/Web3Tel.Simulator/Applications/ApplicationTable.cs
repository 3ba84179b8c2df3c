using System.Collections.Frozen;

namespace Web3Tel.Simulator.Applications;

/// <summary>The applications this FreeSWITCH has.</summary>
static class ApplicationTable
{
    static readonly FrozenDictionary<string, Func<Application>> Known = new Dictionary<string, Func<Application>>(StringComparer.OrdinalIgnoreCase)
    {
        ["answer"] = () => new AnswerApplication(),
        ["eavesdrop"] = () => new EavesdropApplication(),
        ["echo"] = () => new EchoApplication(),
        ["export"] = () => new SetApplication(),
        ["hangup"] = () => new HangupApplication(),
        ["log"] = () => new NoApplication(),
        ["info"] = () => new NoApplication(),
        ["multiset"] = () => new MultisetApplication(),
        ["park"] = () => new ParkApplication(),
        ["play_and_get_digits"] = () => new PlayAndGetDigitsApplication(),
        ["playback"] = () => new PlaybackApplication(),
        ["pre_answer"] = () => new PreAnswerApplication(),
        ["record"] = () => new RecordApplication(),
        ["record_session"] = () => new RecordSessionApplication(),
        ["set"] = () => new SetApplication(),
        ["sleep"] = () => new SleepApplication(),
        ["socket"] = () => new SocketApplication(),
        ["speak"] = () => new SpeakApplication(),
        ["start_dtmf"] = () => new NoApplication(),
        ["stop_record_session"] = () => new StopRecordSessionApplication(),
        ["transfer"] = () => new TransferApplication(),
        ["unset"] = () => new UnsetApplication(),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of its applications that FreeSWITCH executes on a channel that has been hung up, too (SAF_ZOMBIE_EXEC).</summary>
    static readonly FrozenSet<string> OnTheDead = new[] { "export", "info", "log", "multiset", "set", "unset" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool RunsOnTheDead(string name) => OnTheDead.Contains(name);

    public static Application? Make(string name) => Known.TryGetValue(name, out var make) ? make() : null;
}
