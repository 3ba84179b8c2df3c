using System.Collections.Immutable;
using Web3Tel.Flows;
using Web3Tel.Surveys;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Hosting;

/// <summary>The named steps of the service: settings lead to them as <c>step:</c> and their name.</summary>
static class ServiceSteps
{
    const string Voicemail = "voicemail";
    const string Survey = "survey";

    /// <summary>Steps of your own, a line for each.</summary>
    public static NamedSteps Own { get; } = NamedSteps.None;

    public static ImmutableArray<string> Names(NamedSteps own) => own.Names.Add(Voicemail).Add(Survey);

    /// <summary>Your own, a message for the mailbox of the queue the caller leaves, and a mark for the conversation.</summary>
    public static NamedSteps All(NamedSteps own, IMessages messages, VoicemailSettings voicemail, SurveySettings survey) => own
        .Add(Voicemail, center => VoicemailFlow.LeaveToQueue(center, messages, voicemail))
        .Add(Survey, center => SurveyFlow.Ask(center, survey));
}
