namespace Web3Tel.Server;

/// <summary>What the service says to its log. Event ids are unique and stay.</summary>
internal static partial class Log
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
}
