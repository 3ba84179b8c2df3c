using System.Collections.Immutable;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Flows;
using Web3Tel.Surveys;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>The named steps of a world: one ends the call, one asks for a mark, one gives the caller back after a while, and one at once.</summary>
static class NamedFlows
{
    public static NamedSteps All { get; } = NamedSteps.None
        .Add("message", _ => FlowSteps.Play("message.wav").Select(_ => Unit.Default))
        .Add("survey", center => SurveyFlow.Ask(center, new SurveySettings { Question = "question.wav", Thanks = "thanks.wav" }))
        .Add("back", center => FlowSteps.Play("stay.wav").Then(Queueing.Queue(center, "service")))
        .Add("straight-back", center => Queueing.Queue(center, "sales"));

    public static ImmutableArray<string> Names => All.Names;
}
