namespace Web3Tel.Auditing;

/// <summary>A command that was obeyed.</summary>
/// <param name="Number">The journal entry that holds it.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Agent">To whom; the mailbox for what is done to a message; the account or token for what is done to one; empty for nobody.</param>
/// <param name="Detail">The break's reason, the seconds added, the state forced and why, what was deleted, the version of the configuration, the scenario or the calendar; empty where there is nothing to add.</param>
public sealed record AuditRecord(long Number, DateTimeOffset At, string By, string Agent, AuditedAct Act, string Detail = "");
