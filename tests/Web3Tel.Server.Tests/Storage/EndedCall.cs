using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Server.Tests.Storage;

static class EndedCall
{
    public static HistoryEntry Of(string id, DateTimeOffset at) => new()
    {
        Id = id,
        Node = "fake",
        Number = "79160000000",
        Name = "Иван",
        Dialled = "1000",
        Arrived = at.AddSeconds(-10),
        Ended = at,
        Result = CallResult.Abandoned,
        Cause = HangupCause.OriginatorCancel,
        HungUpBy = EndedBy.Caller,
        Journey = [new JourneyStep(at, JourneyEvent.Ended)],
    };
}
