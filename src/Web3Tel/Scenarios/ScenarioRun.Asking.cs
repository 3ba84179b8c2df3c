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

    IObservable<string?> Ring(ScenarioStep.Ring step) => AtLast(FlowSteps.PlayMusic(RingbackTone.Of(step.Country))(_call))
        .Concat(Observable.Never<string?>())
        .TakeUntil(Observable.Timer(step.Time, _center.Scheduler))
        .Concat(Go(step.Next));

    IObservable<string?> Greet(ScenarioStep.Greeting step) => Note(CallVariables.Greeted) is not null
        ? Go(step.Next)
        : Answered(() => After(_parts.Notes.Write(_center, _call, CallVariables.Greeted, "true").Merge(Heard(step.Prompt)), () => Go(step.Next)));

    IObservable<string?> Choose(string id, ScenarioStep.Menu step)
    {
        // Who comes to a menu again has gone back to it, by whatever way.
        _menus = _menus.IndexOf(id) is >= 0 and var before ? _menus.RemoveRange(before, _menus.Count - before) : _menus;
        return MenuFlow.Choose(Menu(step), _center.Scheduler, play: label => _ => _voice.Hear(label == Regret ? step.Sorry! : step.Prompt))(_keys).Take(1).SelectMany(chosen =>
        {
            switch (chosen)
            {
                case Chosen.Step next:
                    _menus = _menus.Add(id);
                    return Go(next.Id);
                case Chosen.Nothing next:
                    return Go(next.Id);
                case Chosen.Back:
                    return Go(_menus[^1]);
                case Chosen.Extension extension:
                    return WaitForExtension(extension.Agent, step);
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

    IObservable<string?> Collect(ScenarioStep.Collect step, int tries) => KeyEntry
        .Enter(_ => _voice.Hear(step.Prompt), step.Most, step.Patience, _center.Scheduler)(_keys).Take(1)
        .SelectMany(entered =>
            entered.Length >= step.Least ? Noted(CallVariables.Note + step.Name, entered, step.Next)
            : tries > 1 ? Collect(step, tries - 1)
            : Go(step.Otherwise));

    IObservable<string?> Inform(ScenarioStep.Information step) => Observable.Defer(() =>
    {
        if (_parts.Information is not { } reader)
        {
            Tell($"{step.Source} cannot be read: nothing here reads sources.");
            return Observable.Return(false);
        }

        return reader(step, step.Language ?? Language)(_call).Take(1).Do(wasHeard =>
        {
            if (!wasHeard)
            {
                Tell($"There is nothing to tell from {step.Source}.");
            }
        }).Catch((Exception error) =>
        {
            Tell($"{step.Source} could not be read: {error.Message}");
            return Observable.Return(false);
        }).TakeUntil(_keys.Pressed).DefaultIfEmpty(true);
    }).SelectMany(wasHeard => wasHeard ? Go(step.Next)
        : step.Fallback is { } fallback ? After(Heard(fallback), () => Go(step.Failed ?? step.Next))
        : Go(step.Failed ?? step.Next));

    IObservable<string?> ByHours(ScenarioStep.Hours step)
    {
        var name = step.Calendar ?? _line.Calendar;
        if (HoursOf(name) is not { } hours)
        {
            Tell($"There is no calendar '{name}': it is taken for closed.");
            return Go(step.Closed);
        }

        _hours = hours;
        return HoursFlow.ByHours(hours, _center.Scheduler, _ => Go(step.Open), _ => Go(step.Closed))(_call);
    }

    Func<OpeningHours>? HoursOf(string? name) => name is not null && _scenario.Calendars.TryGetValue(name, out var calendar)
        ? () => calendar.At(_line.Zone, _parts.ByHand($"{_scenario.Name}.{name}"))
        : null;

    /// <summary>For a caller whom no step has asked, or before the service died: the line's, or the only one there is.</summary>
    Func<OpeningHours>? OnlyHours() => HoursOf(_line.Calendar ?? (_scenario.Calendars.Count == 1 ? _scenario.Calendars.Keys.Single() : null));
}
