using Web3Tel.History;
using Web3Tel.Skills;

namespace Web3Tel.Server.Board;

/// <summary>A call at one moment.</summary>
/// <param name="Id">Its id on the switch, the same in logs, history and recordings.</param>
/// <param name="Node">The switch.</param>
/// <param name="Number">The caller's number; empty when withheld.</param>
/// <param name="Name">The caller's name; may hold any character.</param>
/// <param name="Dialled">The number dialled.</param>
/// <param name="State">Where the caller is.</param>
/// <param name="Since">Since when: arrived, joined the queue, began to talk, was put on hold, left the queue.</param>
/// <param name="Queue">The queue joined, if any.</param>
/// <param name="Position">Place in the queue, 1 for the first; null when not waiting.</param>
/// <param name="Joined">When the queue was joined.</param>
/// <param name="WaitedSeconds">From joining to now, or to the conversation.</param>
/// <param name="Agent">Id of the operator whose phone rings for the caller or who talks to them.</param>
/// <param name="AgentName">That operator's name.</param>
/// <param name="Phones">How many phones ring for the caller.</param>
/// <param name="IsAway">Whether we have lost sight of the call, which may come back.</param>
/// <param name="Step">Name of the step the caller is in, if any.</param>
/// <param name="Skills">What an operator must have at present to be offered the waiting call.</param>
/// <param name="OnlyFor">Id of the operator the caller waits for alone at present.</param>
/// <param name="Callback">For a customer who is to be called back: nobody is on the line; null for all others.</param>
/// <param name="Direction">Outgoing where an operator called: the number is then that of who was called, and the number dialled the one shown.</param>
/// <param name="Recording">Whether the call is being recorded, and whether the recording is paused; null while it is not recorded.</param>
/// <param name="RecordingGoesOnAt">When a paused recording goes on by itself; null where it is not paused.</param>
/// <param name="Consult">Whom the operator asks while the caller waits; null for nobody.</param>
public sealed record CallOnBoard(
    string Id,
    string Node,
    string Number,
    string Name,
    string Dialled,
    CallActivity State,
    DateTimeOffset Since,
    string? Queue,
    int? Position,
    DateTimeOffset? Joined,
    double WaitedSeconds,
    string? Agent,
    string? AgentName,
    int Phones,
    bool IsAway,
    string? Step,
    SkillSet Skills,
    string? OnlyFor,
    CallbackOnBoard? Callback,
    CallDirection Direction = CallDirection.Incoming,
    RecordingActivity? Recording = null,
    DateTimeOffset? RecordingGoesOnAt = null,
    ConsultOnBoard? Consult = null);
