using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Hours;
using Web3Tel.Skills;
using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>One caller's way through one version of a scenario.</summary>
sealed partial class ScenarioRun
{
    /// <summary>A caller who goes round in menus for hours is at last let go.</summary>
    const int MostSteps = 1_000;

    readonly Distributor _center;
    readonly ScenarioParts _parts;
    readonly ICall _call;
    readonly Scenario _scenario;
    readonly ScenarioLine _line;
    readonly KeysAhead _keys;
    readonly ScenarioVoice _voice;
    ImmutableList<string> _menus = [];
    ScenarioPlace? _place;
    Func<OpeningHours>? _hours;
    int _taken;
    bool _isAnswered;

    public ScenarioRun(Distributor center, ScenarioParts parts, ICall call, Scenario scenario)
    {
        (_center, _parts, _call, _scenario) = (center, parts, call, scenario);
        _line = parts.LineOf(call.Info);
        _keys = new KeysAhead(call);
        _voice = new ScenarioVoice(center, parts, call, () => Language, Know, Tell);
    }

    Language Language => ChosenLanguage ?? _line.Language ?? _scenario.Language;

    Language? ChosenLanguage => Enum.TryParse<Language>(Note(CallVariables.Language), out var chosen) ? chosen : null;

    TimeSpan? Priority => _line.Priority + TimeSpan.FromSeconds(double.TryParse(Note(CallVariables.Earlier), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0) is var sum && sum != TimeSpan.Zero ? sum : null;

    SkillDemand? Skills => (SkillDemand.FromText(Note(CallVariables.Asks)) ?? SkillDemand.None).And(_line.Skills) is { IsEmpty: false } demand ? demand : null;

    /// <summary>From that step to the end.</summary>
    public IObservable<Unit> Begin(string step) => Observable.Using(_keys.Listen, _ => StepByStep.From(step, id => id is null ? HangUp(HangupCause.NormalClearing) : Take(id)));

    /// <summary>The caller is in that queue already.</summary>
    /// <param name="reached">The step the caller has reached, as far as that is known.</param>
    public IObservable<Unit> Wait(string queue, string? reached) => (reached is null ? null : _scenario.Steps.GetValueOrDefault(reached)) switch
    {
        ScenarioStep.Queue step when step.Name == queue => Begin(reached!),
        ScenarioStep.Operator step when OperatorQueues.NameOf(step.Id) == queue => Begin(reached!),
        ScenarioStep.Menu step when OperatorQueues.OperatorOf(queue) is { } id && step.Extensions.Contains(id) => WaitForExtension(id, step).Select(_ => Unit.Default),
        _ => FlowSteps.Answer.Then(Queueing.Queue(_center, queue))(_call),
    };

    /// <summary>One step: gives the id of the next one, null for the end of the call; gives nothing when there is nothing more to do for the caller.</summary>
    IObservable<string?> Take(string id)
    {
        var place = _scenario.PlaceOf(id);
        if (!_scenario.Steps.TryGetValue(id, out var step) || ++_taken > MostSteps)
        {
            throw new InvalidOperationException(step is null ? $"{place}: there is no such step." : $"{place}: more than {MostSteps} steps in one call.");
        }

        _place = place;
        _center.Post(at => new Event.StepReached(at, _call.Info.Ref, place) { Language = ChosenLanguage });
        // Nothing waits for it: it only counts when the call comes back.
        _call.Do(new CallCommand.SetVariables(ImmutableDictionary<string, string>.Empty.Add(CallVariables.Scenario, place.ToString()))).Subscribe();
        return Do(id, step);
    }

    IObservable<string?> Do(string id, ScenarioStep step) => step switch
    {
        ScenarioStep.Answer answer => Answered(() => Go(answer.Next)),
        ScenarioStep.Ring ring => Ring(ring),
        ScenarioStep.Greeting greeting => Greet(greeting),
        ScenarioStep.Play { Early: true } play => After(Heard(play.Prompt, play.ToItsEnd), () => Go(play.Next)),
        ScenarioStep.Play play => Answered(() => After(Heard(play.Prompt, play.ToItsEnd), () => Go(play.Next))),
        ScenarioStep.Say say => Answered(() => After(Heard(say.Prompt), () => Go(say.Next))),
        ScenarioStep.Menu menu => Answered(() => Choose(id, menu)),
        ScenarioStep.Information information => Answered(() => Inform(information)),
        ScenarioStep.Collect collect => Answered(() => Collect(collect, collect.Tries)),
        ScenarioStep.Hours hours => ByHours(hours),
        ScenarioStep.Callers callers => Go(_parts.Lists().Contains(callers.List, _call.Info.Number) ? callers.Listed : callers.Others),
        ScenarioStep.ChooseLanguage language => Noted(CallVariables.Language, $"{language.Language}", language.Next),
        ScenarioStep.Priority priority => Noted(CallVariables.Earlier, priority.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture), priority.Next),
        ScenarioStep.Skills skills => Noted(CallVariables.Asks, new SkillDemand(skills.Required, skills.Preferred).ToText(), skills.Next),
        ScenarioStep.Queue queue => WaitFor(queue.Name, queue.Patience, queue.Keys, queue.Otherwise),
        ScenarioStep.Operator one => WaitForOperator(one.Id, one.Patience, one.Otherwise),
        ScenarioStep.Number number => Dial(number),
        ScenarioStep.Voicemail voicemail => LeaveMessage(voicemail),
        ScenarioStep.Callback callback => Answered(() => OfferCallback(callback)),
        ScenarioStep.HangUp end => Finish(end),
        _ => throw new UnreachableException($"Nobody takes {step.GetType().Name}."),
    };

    /// <summary>What leads nowhere by itself.</summary>
    static IObservable<string?> AtLast<T>(IObservable<T> doing) => doing.IgnoreElements().Select(_ => default(string));

    static IObservable<string?> Go(string? next) => Observable.Return(next);

    /// <summary>What comes after what was played. A call that is over comes to nothing more: its end ends the flow.</summary>
    static IObservable<string?> After(IObservable<Reply> done, Func<IObservable<string?>> next) =>
        done.Any(reply => reply.Outcome is ReplyOutcome.CallEnded or ReplyOutcome.Disconnected).SelectMany(isOver => isOver ? Observable.Never<string?>() : next());

    IObservable<string?> Answered(Func<IObservable<string?>> next) => _isAnswered ? next() : After(FlowSteps.Answer(_call), () =>
    {
        _isAnswered = true;
        return next();
    });

    /// <summary>A key stops it, and counts in the next menu; who has pressed one already does not hear it.</summary>
    IObservable<Reply> Heard(ScenarioPrompt prompt, bool toItsEnd = false) =>
        toItsEnd ? _voice.Hear(prompt)
        : Observable.Defer(() => _keys.HasKeys ? Observable.Empty<Reply>() : _voice.Hear(prompt).TakeUntil(_keys.Pressed));

    IObservable<string?> Noted(string variable, string value, string? next) => After(_parts.Notes.Write(_center, _call, variable, value), () => Go(next));

    IObservable<string?> HangUp(HangupCause cause) => AtLast(FlowSteps.HangUp(cause)(_call));

    string? Note(string variable) => _parts.Notes.Read(_call, variable);

    /// <summary>What texts can name beside what was collected: the time on the wall, and when the calendar that was asked last opens.</summary>
    string? Know(string name, Language language)
    {
        var now = _center.Scheduler.Now;
        return name switch
        {
            ScenarioPrompt.Time => SpokenMoment.Time(language, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _line.Zone).DateTime)),
            ScenarioPrompt.Opens => (_hours ?? OnlyHours())?.Invoke() is { } hours && hours.NextOpening(now) is { } opening
                ? SpokenMoment.When(language, TimeZoneInfo.ConvertTime(opening, hours.Zone).DateTime, TimeZoneInfo.ConvertTime(now, hours.Zone).DateTime)
                : null,
            _ => null,
        };
    }

    void Tell(string trouble)
    {
        if (_place is { } place)
        {
            _center.Post(at => new Event.StepReached(at, _call.Info.Ref, place, trouble));
        }
    }
}
