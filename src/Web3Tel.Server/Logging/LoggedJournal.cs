using Web3Tel.Journal;

namespace Web3Tel.Server.Logging;

/// <summary>A journal whose entries are told to the log, too.</summary>
sealed class LoggedJournal(IJournal journal, CallLog log) : IJournal
{
    public IObservable<long> Durable => journal.Durable;

    public void Append(JournalEntry entry)
    {
        journal.Append(entry);
        log.Happened(entry);
    }
}
