namespace Web3Tel.Server.Accounts;

/// <summary>What may be done by whom: each page and each address of the API asks for one.</summary>
public enum Permission
{
    /// <summary>One's own state, conversation, messages and callbacks, at the desk of the operator whom the account names.</summary>
    WorkAsOperator,

    /// <summary>Queues, operators, calls and history.</summary>
    SeeCallCenter,

    /// <summary>Commands to other operators.</summary>
    CommandOperators,

    /// <summary>Commands to other people's conversations and to waiting callers.</summary>
    CommandCalls,
    HandleMessages,
    HandleCallbacks,
    HearRecordings,
    ReadReports,
    AskWhy,
    ReadAudit,

    /// <summary>The configuration, prompts and e-mail.</summary>
    Configure,
    ManageAccounts,
}
