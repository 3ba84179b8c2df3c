using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Flows;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Surveys;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Hosting;

/// <summary>The named steps of the service: settings lead to them as <c>step:</c> and their name.</summary>
static class ServiceSteps
{
    /// <summary>Steps of your own, a line for each.</summary>
    public static NamedSteps Own { get; } = NamedSteps.None;

    public static ImmutableArray<string> Names(NamedSteps own) => [.. own.Names, VoicemailFlow.Step, CallbackFlow.Step, SurveyFlow.Step];

    /// <summary>Your own; a message for the mailbox of the queue the caller leaves; being called back by that queue; a mark for the conversation; the steps of scenarios.</summary>
    /// <param name="settings">Those that are valid when the caller comes to the step.</param>
    public static NamedSteps All(NamedSteps own, IMessages messages, Func<ServiceSettings> settings, ScenarioParts scenarios) => own
        .Add(VoicemailFlow.Step, center => VoicemailFlow.LeaveToQueue(center, messages, settings().Voicemail))
        .Add(CallbackFlow.Step, center => CallbackFlow.OfferFromQueue(center, center, settings().Callback, settings().QueueFor))
        .Add(SurveyFlow.Step, center => SurveyFlow.Ask(center, settings().Survey))
        .Add(ScenarioFlow.Steps(scenarios));
}
