using System.Reactive;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Speech;
using static Web3Tel.Flows.FlowSteps;

namespace Web3Tel.Samples;

/// <summary>
/// Shows a queue that tells callers their place, in words, and that they may press 1 to be called back instead. Who does so hears the own number
/// read out, confirms it or gives another, and keeps the place: an operator calls when it is their turn.
/// </summary>
public static class QueueWithCallback
{
    /// <summary>What belongs in the settings of the service; here it is C#.</summary>
    public static QueueSettings Support { get; } = new()
    {
        Name = "support",
        Announce = new Announcements { Language = Language.English, Position = true, Keys = true, MessageEvery = TimeSpan.FromSeconds(30) },
        ExitKeys = [new ExitKey('1', new NextStep.Named(CallbackFlow.Step))],
        Callback = new CallbackSettings { Attempts = 3, Pause = TimeSpan.FromMinutes(5), Expiry = TimeSpan.FromHours(8) },
    };

    /// <summary>Where the key leads. The service has this step already; with a flow of one's own it could ask other questions first.</summary>
    public static NamedSteps Steps { get; } = NamedSteps.None.Add(CallbackFlow.Step, center => CallbackFlow.Offer(center, center, Support.Name));

    public static Flow<Unit> Flow(Distributor center) => Answer.Then(Queueing.Queue(center, Support.Name));
}
