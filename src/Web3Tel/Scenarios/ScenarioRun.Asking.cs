using System.Reactive;
using System.Reactive.Linq;
using System.Diagnostics;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Hours;
using Web3Tel.Menus;

namespace Web3Tel.Scenarios;

/// <summary>Steps in which the caller hears or chooses something.</summary>
sealed partial class ScenarioRun
{
    const string Question = "prompt";
    const string Regret = "sorry";

    IObservable<Unit> Ring(ScenarioStep.Ring step) => FlowSteps.PlayMusic(RingbackTone.Of(step.Country))(_call)
        .IgnoreElements().Select(_ => Unit.Default)
        .Concat(Observable.Never<Unit>())
        .TakeUntil(Observable.Timer(step.Time, _center.Scheduler))
        .Concat(Take(step.Next));

    IObservable<Unit> Greet(ScenarioStep.Greeting step) => Note(CallVariables.Greeted) is not null
        ? Take(step.Next)
        : Answered(() => After(_parts.Notes.Write(_center, _call, CallVariables.Greeted, "true").Merge(Heard(step.Prompt)), () => Take(step.Next)));

    IObservable<Unit> Choose(string id, ScenarioStep.Menu step)
    {
        // Who comes to a menu again has gone back to it, by whatever way.
        _menus = _menus.IndexOf(id) is >= 0 and var before ? _menus.RemoveRange(before, _menus.Count - before) : _menus;
        return MenuFlow.Choose(Menu(step), _center.Scheduler, play: label => _ => _voice.Hear(label == Regret ? step.Sorry! : step.Prompt))(_keys).Take(1).SelectMany(chosen =>
        {
            switch (chosen)
            {
                case Chosen.Step next:
                    _menus = _menus.Add(id);
                    return Take(next.Id);
                case Chosen.Nothing next:
                    return Take(next.Id);
                case Chosen.Back:
                    return Take(_menus[^1]);
                case Chosen.Extension extension:
                    return WaitForOperator(extension.Agent, new ScenarioStep.Operator { Id = extension.Agent }.Patience, step.Otherwise);
                default:
                    throw new UnreachableException($"Nothing follows {chosen.GetType().Name}.");
            }
        });
    }

    Menu<Chosen> Menu(ScenarioStep.Menu step)
    {
        var menu = new Menu<Chosen>(Question, new Chosen.Nothing(step.Otherwise))
        {
            AfterSilence = new Chosen.Nothing(step.Silent ?? step.Otherwise),
            AfterWrongKeys = new Chosen.Nothing(step.Wrong ?? step.Otherwise),
            Tries = step.Tries,
            Patience = step.Patience,
            BetweenKeys = step.BetweenKeys,
            WrongKeys = step.Sorry is null ? null : Regret,
        };
        menu = step.Keys.Aggregate(menu, (with, key) => with.On(key.Key, new Chosen.Step(key.Value)));
        menu = step.Extensions.Where(id => !step.Keys.ContainsKey(id)).Aggregate(menu, (with, id) => with.On(id, new Chosen.Extension(id)));
        menu = step.IsFree(step.RepeatKey) ? menu.Repeat(step.RepeatKey) : menu;
        menu = _scenario.Operator is { } reception && step.IsFree(step.OperatorKey) ? menu.On(step.OperatorKey, new Chosen.Step(reception)) : menu;
        return !step.IsFree(step.BackKey) ? menu : _menus.IsEmpty ? menu.Back(step.BackKey) : menu.On(step.BackKey, new Chosen.Back());
    }

    IObservable<Unit> Collect(ScenarioStep.Collect step, int tries) => KeyEntry
        .Enter(_ => _voice.Hear(step.Prompt), step.Most, step.Patience, _center.Scheduler)(_keys).Take(1)
        .SelectMany(entered =>
            entered.Length >= step.Least ? Noted(CallVariables.Note + step.Name, entered, step.Next)
            : tries > 1 ? Collect(step, tries - 1)
            : Take(step.Otherwise));

    IObservable<Unit> Inform(ScenarioStep.Information step) => Observable.Defer(() =>
    {
        if (_parts.Information is not { } reader)
        {
            Tell($"{step.Source} cannot be read: nothing here reads sources.");
            return Observable.Return(false);
        }

        return reader(step, Language)(_call).Catch((Exception error) =>
        {
            Tell($"{step.Source} could not be read: {error.Message}");
            return Observable.Return(false);
        }).Take(1).TakeUntil(_keys.Pressed).DefaultIfEmpty(true);
    }).SelectMany(wasHeard => wasHeard ? Take(step.Next)
        : step.Fallback is { } fallback ? After(Heard(fallback), () => Take(step.Failed ?? step.Next))
        : Take(step.Failed ?? step.Next));

    IObservable<Unit> ByHours(ScenarioStep.Hours step)
    {
        var name = step.Calendar ?? _line.Calendar;
        if (name is null || !_scenario.Calendars.TryGetValue(name, out var calendar))
        {
            Tell($"There is no calendar '{name}': it is taken for closed.");
            return Take(step.Closed);
        }

        return HoursFlow.ByHours(
            () => calendar.At(_line.Zone, _parts.ByHand($"{_scenario.Name}.{name}")), _center.Scheduler, _ => Take(step.Open), _ => Take(step.Closed))(_call);
    }
}
