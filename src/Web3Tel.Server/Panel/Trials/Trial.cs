using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Prompts;
using Web3Tel.Scenarios;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel.Trials;

/// <summary>
/// One caller's way through a draft, in a call center of its own with the queues and operators of the settings: nothing of it touches the real
/// one. Its time goes on only by <see cref="Advance"/>. Thread-safe.
/// </summary>
public sealed class Trial : IDisposable
{
    readonly Lock gate = new();
    readonly List<TrialEvent> met = [];
    readonly HistoricalScheduler clock;
    readonly Distributor center;
    readonly TrialCall call;
    readonly DateTimeOffset began;
    readonly string name;

    /// <param name="lengthOf">How long a prompt is, by its name; null where that is not known.</param>
    internal Trial(Scenario draft, ServiceSettings set, IPrompts prompts, Func<string, TimeSpan?> lengthOf, TrialWish wish)
    {
        (began, name) = (wish.At, draft.Name);
        clock = new HistoricalScheduler(began);
        var kept = new NothingKept(Hear);
        var voice = new TrialVoice(prompts);
        var phones = new TrialSwitch(clock, wish.Operators, source => TrialVoice.Read(source) is (TrialKind.Prompt, var prompt) ? lengthOf(prompt) : null, Tell);
        center = new Distributor(phones, kept, kept, clock, voice, new Prompter(voice, voice, (sound, why) => Tell(TrialKind.Trouble, $"{sound}: {why}")));
        center.Faults.Subscribe(fault => Tell(TrialKind.Trouble, fault.Message));
        var shelf = new ScenarioShelf([.. set.Scenarios.Where(other => other.Name != name), draft]);
        ScenarioParts parts = new(shelf, set.ScenarioLineOf)
        {
            Lists = () => set.Callers,
            Messages = kept,
            Voicemail = () => set.Voicemail,
            // Nothing outside is asked.
            Information = (step, _) => _ => Observable.Defer(() =>
            {
                Tell(TrialKind.Reads, step.Source);
                return Observable.Timer(TimeSpan.FromSeconds(2), clock).Select(_ => true);
            }),
            Callback = (queue, language, priority, skills, otherwise) => one =>
                CallbackFlow.Offer(center, center, queue, set.Callback with { Language = language }, priority, skills, otherwise)(one),
        };
        var isThere = wish.Operators != TrialOperators.Nobody;
        var configuration = OperatorQueues.AddTo(set.CallCenter with { Agents = [.. set.CallCenter.Agents.Select(agent => agent with { SignedIn = isThere })] }, shelf.Current);
        center.Start(CallCenter.Empty, Guid.Empty, configuration, ScenarioFlow.Of(center, parts, name), ServiceSteps.All(ServiceSteps.Own, kept, () => set, parts));
        call = phones.Arrives(new CallInfo(
            new CallRef(TrialSwitch.Node, "caller"), wish.Number, "", set.CallCenter.Lines.FirstOrDefault(line => line.Scenario == name)?.Number ?? name, began, ImmutableDictionary<string, string>.Empty));
    }

    /// <summary>What the caller has met so far.</summary>
    public ImmutableArray<TrialEvent> Met
    {
        get
        {
            lock (gate)
            {
                return [.. met];
            }
        }
    }

    public bool IsOver => call.IsOver;

    public DateTimeOffset Now => clock.Now;

    /// <summary>Id of the step of the draft that the caller is in; null when the call is over, or in another scenario.</summary>
    public string? Step => !IsOver && center.Current.Callers.GetValueOrDefault(call.Info.Ref)?.Scenario is { } place && place.Scenario == name ? place.Step : null;

    public void Advance(TimeSpan time)
    {
        lock (gate)
        {
            clock.AdvanceBy(time);
        }
    }

    public void Press(char key)
    {
        lock (gate)
        {
            Tell(TrialKind.Key, $"{key}");
            call.Press(key);
        }
    }

    /// <summary>The caller does.</summary>
    public void HangUp()
    {
        lock (gate)
        {
            call.End(HangupCause.NormalClearing, HungUpBy.Party);
        }
    }

    public void Dispose() => center.Dispose();

    /// <summary>What is wrong with the draft, where the real call would go another way, or end, and only the journal would say why.</summary>
    void Hear(Event happened)
    {
        switch (happened)
        {
            case Event.FlowEnded { Problem: { } problem }:
                Tell(TrialKind.Trouble, problem);
                break;
            case Event.StepReached { Trouble: { } trouble }:
                Tell(TrialKind.Trouble, trouble);
                break;
        }
    }

    void Tell(TrialKind kind, string text)
    {
        lock (gate)
        {
            met.Add(new TrialEvent(clock.Now - began, kind, text));
        }
    }
}
