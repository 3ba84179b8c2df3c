namespace Web3Tel.Server.Panel.Forms;

/// <summary>How a field of the configuration is filled in.</summary>
public enum FormFieldKind
{
    Text,

    /// <summary>A text of several lines.</summary>
    Letter,
    Number,
    Flag,

    /// <summary>One of <see cref="FormField.Choices"/>.</summary>
    Choice,

    /// <summary>Several texts, one a line.</summary>
    Texts,
    Queue,

    /// <summary>Several queues; none ticked means all.</summary>
    Queues,
    Mailbox,
    Scenario,
    Calendar,
    TimeZone,

    /// <summary>A sound, a prompt, or words.</summary>
    Sound,

    /// <summary>Where a caller goes next.</summary>
    Next,
    Skills,

    /// <summary>Kept as what was made of it, and never shown.</summary>
    Pin,

    /// <inheritdoc cref="Pin"/>
    PhonePassword,

    /// <summary>Fields under a heading that stand beside the others in the data.</summary>
    Part,

    /// <summary>A section of its own in the data.</summary>
    Group,

    /// <summary>A section that is there or not; <c>true</c> stands for all of its defaults.</summary>
    Switch,

    /// <summary>Entries, each with the same fields.</summary>
    List,
}
