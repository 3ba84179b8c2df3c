namespace Web3Tel.Server;

/// <summary>What the service says to its log. Event ids are unique and stay.</summary>
static partial class Log
{
    [LoggerMessage(1, LogLevel.Critical, "Nothing reaches the journal ({Waiting} entries wait in memory, calls go on). Free or mend the disk; it is tried again by itself.")]
    public static partial void JournalStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(2, LogLevel.Critical, "The journal file {Path} is damaged. It was put aside as {Aside}; what can be read of it is taken over.")]
    public static partial void JournalDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(3, LogLevel.Error, "{Path} could not be read to its end: {Why}")]
    public static partial void SalvageEnded(ILogger logger, string path, string why);

    [LoggerMessage(4, LogLevel.Warning, "{Path} holds the entries {First} to {Last} again.")]
    public static partial void Salvaged(ILogger logger, string path, long first, long last);

    [LoggerMessage(5, LogLevel.Critical, "The history file {Path} is damaged. It was put aside as {Aside} and is made again from the journal.")]
    public static partial void HistoryDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(6, LogLevel.Error, "Nothing reaches the history ({Waiting} calls wait in memory). It is tried again by itself.")]
    public static partial void HistoryStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(7, LogLevel.Error, "The state file {Path} is damaged. It was put aside as {Aside}; the journal is replayed from its beginning.")]
    public static partial void StateDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(8, LogLevel.Error, "The state file could not be written; the next start takes longer. It is tried again by itself.")]
    public static partial void StateNotWritten(ILogger logger, Exception why);

    [LoggerMessage(9, LogLevel.Warning, "The history is whole up to entry {Through} of {Number} only: it is made again from the journal.")]
    public static partial void HistoryIncomplete(ILogger logger, long through, long number);

    [LoggerMessage(10, LogLevel.Error, "Entries {First} to {Last} of the journal are missing.")]
    public static partial void JournalGap(ILogger logger, long first, long last);

    [LoggerMessage(11, LogLevel.Error, "The journal ends at entry {Last}, the state file knows {Number}: the journal goes on after that.")]
    public static partial void JournalEndsEarly(ILogger logger, long last, long number);

    [LoggerMessage(12, LogLevel.Information, "The call center is as it was after entry {Number} ({Replayed} replayed), with {Callers} callers.")]
    public static partial void Restored(ILogger logger, long number, long replayed, int callers);

    [LoggerMessage(13, LogLevel.Error, "The history cannot be read at the moment.")]
    public static partial void HistoryUnreadable(ILogger logger, Exception why);

    [LoggerMessage(14, LogLevel.Critical, "The service has stopped with a disk that takes nothing: what happened since entry {Last} is lost.")]
    public static partial void StoppedWithoutDisk(ILogger logger, long last, Exception why);

    [LoggerMessage(15, LogLevel.Error, "An open page is no longer kept up to date.")]
    public static partial void PageFailed(ILogger logger, Exception why);

    [LoggerMessage(20, LogLevel.Information, "Call {Call} from {Number} \"{Name}\" to {Dialled}, queue {Queue}: {Result}, operator {Agent}, waited {Waited} s, talked {Talked} s, ended by {HungUpBy} ({Cause})")]
    public static partial void CallEnded(
        ILogger logger, string call, string number, string name, string dialled, string queue, string result, string agent, string waited, string talked, string hungUpBy, string cause);

    [LoggerMessage(21, LogLevel.Debug, "Call {Call}: {Step} (entry {Number})")]
    public static partial void CallStep(ILogger logger, string call, string step, long number);

    [LoggerMessage(22, LogLevel.Error, "Something that should not happen; the call center goes on.")]
    public static partial void Fault(ILogger logger, Exception fault);

    [LoggerMessage(32, LogLevel.Warning, "No FreeSWITCH is set (Web3Tel:FreeSwitch:Host): a simulated one runs inside the service. All calls are invented.")]
    public static partial void Simulated(ILogger logger);

    [LoggerMessage(33, LogLevel.Debug, "Simulator: {Note}")]
    public static partial void SimulatorNote(ILogger logger, string note);

    [LoggerMessage(23, LogLevel.Warning, "Telephone {Phone} did not get into the phone menu as {Operator}: wrong PIN (locked: {IsLocked})")]
    public static partial void PinRefused(ILogger logger, string phone, string @operator, bool isLocked);

    [LoggerMessage(40, LogLevel.Warning, "There is no program \"{Program}\" to speak with (Web3Tel:Speech:Program): callers are not told their place or wait, and operators hear tones in the phone menu. Install it, or name another one.")]
    public static partial void NoVoice(ILogger logger, string program);

    [LoggerMessage(41, LogLevel.Warning, "\"{Text}\" could not be spoken: {Why}")]
    public static partial void NotSpoken(ILogger logger, string text, string why);
}
