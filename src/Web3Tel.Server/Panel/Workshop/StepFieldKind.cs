namespace Web3Tel.Server.Panel.Workshop;

/// <summary>How a field of a step is filled in.</summary>
public enum StepFieldKind
{
    Text,
    Number,
    Flag,

    /// <summary>One of <see cref="StepField.Choices"/>.</summary>
    Choice,
    Queue,
    Operator,

    /// <summary>Several operators.</summary>
    Operators,
    Mailbox,
    Calendar,

    /// <summary>A list of callers.</summary>
    List,
    Prompt,
    Skills,

    /// <summary>Keys, each with the step it leads to.</summary>
    Keys,

    /// <summary>The step that follows.</summary>
    Way,
}
