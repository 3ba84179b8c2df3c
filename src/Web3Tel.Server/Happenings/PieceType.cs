using System.Collections.Immutable;

namespace Web3Tel.Server.Happenings;

/// <summary>What events are about.</summary>
static class PieceType
{
    public const string Queue = "queue";
    public const string Operator = "operator";
    public const string Call = "call";

    /// <summary>A call that has ended, with its journey and its recording. It stays so: none is ever gone.</summary>
    public const string Ended = "ended";

    public const string Mailbox = "mailbox";
    public const string Outbox = "outbox";
    public const string Health = "health";

    /// <summary>A scenario: its versions, the lines that lead to it, its opening hours.</summary>
    public const string Scenario = "scenario";

    public static readonly ImmutableArray<string> All = [Queue, Operator, Call, Ended, Mailbox, Outbox, Health, Scenario];
}
