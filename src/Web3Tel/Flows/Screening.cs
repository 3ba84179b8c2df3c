using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;

namespace Web3Tel.Flows;

/// <summary>Who is let in at all.</summary>
public static class Screening
{
    static readonly HangupCause Rejected = new("CALL_REJECTED");

    /// <summary>Callers who are blocked are rejected before they are answered; all others go on.</summary>
    public static Flow<Unit> Flow(CallerLists callers, Flow<Unit> welcome) => call =>
        callers.IsBlocked(call.Info.Number) ? FlowSteps.HangUp(Rejected)(call).Select(_ => Unit.Default) : welcome(call);
}
