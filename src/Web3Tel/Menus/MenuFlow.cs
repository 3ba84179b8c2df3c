using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;

namespace Web3Tel.Menus;

/// <summary>Menus as a step of a flow.</summary>
public static class MenuFlow
{
    /// <summary>
    /// Asks until the caller has chosen, or has been silent or wrong too often. A key stops the greeting and the prompt and counts at once,
    /// so who knows the menus dials through them. A prompt that cannot be played is passed over.
    /// </summary>
    /// <param name="greeting">Played once, before the first prompt; null for none.</param>
    /// <param name="play">How a prompt is played; <see cref="FlowSteps.Play"/> by default.</param>
    public static Flow<T> Choose<T>(Menu<T> menu, IScheduler scheduler, string? greeting = null, Func<string, Flow<Reply>>? play = null) => call =>
        Observable.Defer(() => new MenuWalk<T>(call, scheduler, play ?? FlowSteps.Play).Enter(ImmutableStack.Create(menu), greeting));
}
