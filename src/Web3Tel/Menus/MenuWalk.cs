using System.Collections.Immutable;
using System.Diagnostics;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;

namespace Web3Tel.Menus;

/// <summary>One caller's way through the menus.</summary>
sealed class MenuWalk<T>(ICall call, IScheduler scheduler, Func<string, Flow<Reply>> play)
{
    const string Silence = "";

    readonly IObservable<char> _keys = call.Events.OfType<CallEvent.Digit>().Select(digit => digit.Key);

    /// <param name="greeting">What is played before the prompt.</param>
    public IObservable<T> Enter(ImmutableStack<Menu<T>> path, string? greeting = null) =>
        Ask(path, silent: 0, wrong: 0, After(greeting, path.Peek()));

    IObservable<T> Ask(ImmutableStack<Menu<T>> path, int silent, int wrong, ImmutableArray<string> prompts) =>
        Entered(path.Peek(), prompts).SelectMany(entered =>
        {
            var menu = path.Peek();
            if (entered == Silence)
            {
                return silent + 1 < menu.Tries ? Ask(path, silent + 1, wrong, menu.Prompts) : Observable.Return(menu.AfterSilence);
            }

            if (menu.Choices.TryGetValue(entered, out var choice))
            {
                return Follow(choice, path);
            }

            return wrong + 1 < menu.Tries
                ? Ask(path, silent, wrong + 1, After(menu.WrongKeys, menu))
                : Observable.Return(menu.AfterWrongKeys);
        });

    IObservable<T> Follow(Choice<T> choice, ImmutableStack<Menu<T>> path) => choice switch
    {
        Choice<T>.Result result => Observable.Return(result.Value),
        Choice<T>.Submenu deeper => Enter(path.Push(deeper.Menu)),
        Choice<T>.Back => Enter(path.Pop() is { IsEmpty: false } up ? up : path),
        Choice<T>.Repeat => Enter(path),
        _ => throw new UnreachableException(),
    };

    /// <summary>What the caller presses, or <see cref="Silence"/>.</summary>
    IObservable<string> Entered(Menu<T> menu, ImmutableArray<string> prompts)
    {
        var played = prompts.Select(prompt => play(prompt)(call)).Concat().IgnoreElements().Select(_ => Silence);
        return Key("").Amb(played.Concat(Nothing(menu.Patience))).SelectMany(first => Rest(menu, first));
    }

    IObservable<string> Rest(Menu<T> menu, string entered) =>
        entered == Silence || !menu.MayGoOn(entered)
            ? Observable.Return(entered)
            : Key(entered).Amb(Nothing(menu.BetweenKeys)).SelectMany(longer => longer == Silence ? Observable.Return(entered) : Rest(menu, longer));

    IObservable<string> Key(string entered) => _keys.Take(1).Select(key => entered + key);

    IObservable<string> Nothing(TimeSpan time) => Observable.Timer(time, scheduler).Select(_ => Silence);

    static ImmutableArray<string> After(string? first, Menu<T> menu) => first is null ? menu.Prompts : [first, .. menu.Prompts];
}
