using System.Collections.Immutable;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Voicemail;

namespace Web3Tel.Scenarios;

/// <summary>Steps at which the caller is served.</summary>
sealed partial class ScenarioRun
{
    static readonly ImmutableSortedDictionary<string, string> NoKeys = ImmutableSortedDictionary<string, string>.Empty;

    IObservable<string?> WaitForOperator(string id, TimeSpan patience, string? otherwise) => WaitFor(OperatorQueues.NameOf(id), patience, NoKeys, otherwise);

    /// <summary>As long as in a step that rings an operator and does not say how long.</summary>
    IObservable<string?> WaitForExtension(string id, ScenarioStep.Menu menu) => WaitForOperator(id, new ScenarioStep.Operator { Id = id }.Patience, menu.Otherwise);

    /// <summary>Who leaves the queue, by a key or because it takes too long, is sent on by the call center: only it knows whether the caller still waits.</summary>
    IObservable<string?> WaitFor(string queue, TimeSpan? patience, ImmutableSortedDictionary<string, string> keys, string? otherwise)
    {
        if (!_center.Current.Queues.TryGetValue(queue, out var found))
        {
            Tell($"There is no queue '{queue}'.");
            return Go(otherwise);
        }

        _keys.Forget();
        var since = Known() is { Queue: var known, Joined: { } joined, State: CallerState.Waiting } && known == queue ? joined : _center.Now;
        var next = otherwise is null ? (NextStep)new NextStep.HangUp() : new NextStep.Named(NameOf(otherwise));
        var tooLong = patience is { } longest
            ? Observable.Timer(since + longest, _center.Scheduler).Do(_ => GoOn(queue, next, key: null)).Select(_ => Unit.Default)
            : Observable.Empty<Unit>();
        var pressed = _call.Events.OfType<CallEvent.Digit>()
            .Where(digit => keys.ContainsKey($"{digit.Key}") && !found.Settings.ExitKeys.Any(exit => exit.Key == digit.Key))
            .Do(digit => GoOn(queue, new NextStep.Named(NameOf(keys[$"{digit.Key}"])), digit.Key))
            .Select(_ => Unit.Default);
        var waiting = Queueing.Queue(_center, queue, Priority, Skills, otherwise is null ? null : NameOf(otherwise))(_call)
            .Publish(over => over.Merge(tooLong.Merge(pressed).TakeUntil(over.LastOrDefaultAsync())));
        return Answered(() => AtLast(waiting));
    }

    /// <summary>The call center puts music in the place of this flow while the number rings, and takes the next step when it cannot be reached.</summary>
    IObservable<string?> Dial(ScenarioStep.Number step) => Answered(() =>
    {
        var number = _voice.Fill(step.To);
        if (!TalkCommand.IsNumber(number) || _center.Current.Configuration.LineOut is null)
        {
            Tell($"The number '{number}' cannot be dialled.");
            return Go(step.Otherwise);
        }

        var next = new NextStep.Number(number, step.Otherwise is { } otherwise ? new NextStep.Named(NameOf(otherwise)) : null);
        GoOn(queue: null, next, key: null);
        return Observable.Never<string?>();
    });

    IObservable<string?> LeaveMessage(ScenarioStep.Voicemail step)
    {
        if (_parts.Messages is not { } messages)
        {
            Tell("Messages cannot be left here.");
            return HangUp(HangupCause.NormalClearing);
        }

        var settings = _parts.Voicemail() with { Language = Language };
        var mailbox = step.Mailbox is { } named ? Mailbox.Read(named)
            : Known()?.Queue is { } queue && OperatorQueues.OperatorOf(queue) is { } id ? Mailbox.OfOperator(id)
            : null;
        return AtLast((mailbox is { } box ? VoicemailFlow.Leave(_center, messages, box, settings) : VoicemailFlow.LeaveToQueue(_center, messages, settings))(_call));
    }

    IObservable<string?> OfferCallback(ScenarioStep.Callback step)
    {
        if (_parts.Callback is not { } offer)
        {
            Tell("Nobody is called back here.");
            return Go(step.Otherwise);
        }

        _keys.Forget();
        var isDeclined = false;
        Flow<Unit> declined = _ => Observable.Defer(() =>
        {
            isDeclined = true;
            return Observable.Empty<Unit>();
        });
        return AtLast(offer(step.Name, Language, Priority, Skills, declined)(_call))
            .Concat(Observable.Defer(() => Go(isDeclined ? step.Otherwise : step.Next)));
    }

    /// <summary>A farewell after a normal call is worth taking the call; a reason for not taking it is told without.</summary>
    IObservable<string?> Finish(ScenarioStep.HangUp step)
    {
        var cause = new HangupCause(step.Cause);
        IObservable<string?> Farewell() => step.Prompt is { } prompt ? After(_voice.Hear(prompt), () => HangUp(cause)) : HangUp(cause);
        return step.Prompt is not null && cause == HangupCause.NormalClearing ? Answered(Farewell) : Farewell();
    }

    Caller? Known() => _center.Current.Callers.GetValueOrDefault(_call.Info.Ref);

    string NameOf(string step) => _scenario.PlaceOf(step).ToString();

    void GoOn(string? queue, NextStep next, char? key) => _center.Post(at => new Event.WentOn(at, _call.Info.Ref, next, queue, key));
}
