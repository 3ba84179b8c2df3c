namespace Web3Tel.Auditing;

/// <summary>A command to an operator, or about a message, that was obeyed.</summary>
/// <param name="Number">The journal entry that holds it.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Agent">To whom; the mailbox for what is done to a message.</param>
/// <param name="Detail">The break's reason, the seconds added, or the state forced and why; empty where there is nothing to add.</param>
public sealed record AuditRecord(long Number, DateTimeOffset At, string By, string Agent, AuditedAct Act, string Detail = "");
