using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;

namespace Web3Tel.Menus;

/// <summary>A number entered by keys, as a step of a flow.</summary>
public static class KeyEntry
{
    const char Done = '#';
    const char Silence = '\0';

    /// <summary>
    /// What the caller enters until <c>#</c>, or until no key is pressed for a while; empty for nothing. The first key stops the prompt; one
    /// that cannot be played is passed over.
    /// </summary>
    /// <param name="prompt">What is played, in the switch's own words.</param>
    /// <param name="most">How many keys are enough without <c>#</c>.</param>
    /// <param name="patience">How long to wait for the next key, and for the first once the prompt is over.</param>
    public static Flow<string> Enter(string prompt, int most, TimeSpan patience, IScheduler scheduler) => Enter([prompt], most, patience, scheduler);

    /// <param name="prompts">What is played, one after the other.</param>
    /// <param name="leave">A key that ends it at once and is then all that was entered; null for none.</param>
    /// <inheritdoc cref="Enter(string, int, TimeSpan, IScheduler)"/>
    public static Flow<string> Enter(ImmutableArray<string> prompts, int most, TimeSpan patience, IScheduler scheduler, char? leave = null) =>
        Enter(call => prompts.Select(prompt => FlowSteps.Play(prompt)(call)).Concat(), most, patience, scheduler, leave);

    /// <inheritdoc cref="Enter(ImmutableArray{string}, int, TimeSpan, IScheduler, char?)"/>
    /// <param name="prompt">Plays it, to its end.</param>
    public static Flow<string> Enter(Flow<Reply> prompt, int most, TimeSpan patience, IScheduler scheduler, char? leave = null) => call => Observable.Defer(() =>
    {
        var keys = call.Events.OfType<CallEvent.Digit>().Select(digit => digit.Key);
        var silence = Observable.Timer(patience, scheduler).Select(_ => Silence);
        return Next("", prompt(call).IgnoreElements().Select(_ => Silence).Concat(silence));

        IObservable<string> Next(string entered, IObservable<char> nothing) => keys.Take(1).Amb(nothing).SelectMany(key =>
            key is Done or Silence ? Observable.Return(entered)
            : key == leave ? Observable.Return($"{key}")
            : entered.Length + 1 >= most ? Observable.Return(entered + key)
            : Next(entered + key, silence));
    });
}
