using System.Reactive;
using System.Reactive.Concurrency;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Hours;
using Web3Tel.Voicemail;
using static Web3Tel.Flows.FlowSteps;

namespace Web3Tel.Samples;

/// <summary>
/// Shows voicemail as a step like any other: by night callers leave a message for the queue that they wait in by day. What they say is
/// written down before the beep, may be heard and recorded again, and is left also by who just hangs up.
/// </summary>
public static class Voicemail
{
    static readonly VoicemailSettings Settings = new()
    {
        Greeting = "closed-leave-a-message.wav",
        Choices = "1-listen-2-keep-3-again.wav",
        TooShort = "nothing-heard.wav",
        Kept = "message-left.wav",
    };

    /// <param name="messages">Where messages are written down: the service's store, or a list in a test.</param>
    public static Flow<Unit> Flow(Distributor center, IScheduler scheduler, IMessages messages) =>
        VoicemailFlow.TakeUp(center, messages, Settings, others: HoursFlow.ByHours(
            () => DepartmentMenu.Office,
            scheduler,
            open: Answer.Then(Queueing.Queue(center, "support")),
            closed: VoicemailFlow.Leave(center, messages, Mailbox.OfQueue("support"), Settings)));
}
