using System.Collections.Immutable;
using Web3Tel.Flows;
using Web3Tel.Scenarios;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Hosting;

/// <summary>The named steps of the service: settings lead to them as <c>step:</c> and their name.</summary>
static class ServiceSteps
{
    const string Voicemail = "voicemail";

    /// <summary>Steps of your own, a line for each.</summary>
    public static NamedSteps Own { get; } = NamedSteps.None;

    public static ImmutableArray<string> Names(NamedSteps own) => own.Names.Add(Voicemail);

    /// <summary>Your own, a message for the mailbox of the queue the caller leaves, and the steps of scenarios.</summary>
    public static NamedSteps All(NamedSteps own, IMessages messages, VoicemailSettings voicemail, ScenarioParts scenarios) =>
        own.Add(Voicemail, center => VoicemailFlow.LeaveToQueue(center, messages, voicemail)).Add(ScenarioFlow.Steps(scenarios));
}
