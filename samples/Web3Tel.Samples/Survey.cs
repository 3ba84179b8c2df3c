using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Surveys;

namespace Web3Tel.Samples;

/// <summary>
/// Shows what follows a conversation: when the operator hangs up, the caller is asked for a mark by key, which stands in the history of the call.
/// The queue names the step; the call lives on in FreeSWITCH meanwhile, so that the survey follows even if the service died in the conversation.
/// </summary>
public static class Survey
{
    const string Name = "survey";

    static readonly SurveySettings Settings = new() { Question = "how-was-it-1-to-5.wav", Thanks = "thank-you.wav" };

    /// <summary>Given to the call center when it starts.</summary>
    public static NamedSteps Steps { get; } = NamedSteps.None.Add(Name, center => SurveyFlow.Ask(center, Settings));

    public static QueueSettings Asking(QueueSettings queue) => queue with { AfterTalk = Name };
}
