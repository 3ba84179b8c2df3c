using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Outgoing;

/// <summary>How an outgoing call ended.</summary>
public sealed record OutgoingEnd(CallResult Result, EndedBy By, HangupCause Cause);
