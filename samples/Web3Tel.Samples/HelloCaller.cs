using System.Reactive;
using Web3Tel.Calls;
using Web3Tel.Flows;
using static Web3Tel.Flows.FlowSteps;

namespace Web3Tel.Samples;

/// <summary>Shows the smallest flow: three steps, one after the other. A caller who hangs up in the middle ends it.</summary>
public static class HelloCaller
{
    public static Flow<Unit> Flow { get; } = Answer
        .Then(Play("greeting.wav"))
        .Then(HangUp(HangupCause.NormalClearing))
        .Select(_ => Unit.Default);
}
