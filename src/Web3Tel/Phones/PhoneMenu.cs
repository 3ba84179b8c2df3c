using System.Collections.Immutable;
using System.Diagnostics;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Menus;
using Web3Tel.Speech;

namespace Web3Tel.Phones;

/// <summary>One operator's call to the menu: who it is, the PIN, and then commands until the receiver is put down or nothing is pressed any more.</summary>
sealed class PhoneMenu(Distributor center, ICall call, PhoneSettings settings, Lockout pins, Action<PinRefused> refused, string phone)
{
    /// <summary>How long somebody may take for the next digit of a number.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Breaks beyond these have no key.</summary>
    const int MostBreaks = 9;

    const int LongestId = 32;

    Language Language => settings.Language;

    IScheduler Scheduler => center.Scheduler;

    /// <summary>As whom the audit trail names an operator at the telephone.</summary>
    public static string By(string agent) => $"{agent} (phone)";

    /// <param name="owner">Whose telephone it is; null when that is not known.</param>
    public IObservable<Unit> Begin(Agent? owner) => FlowSteps.Answer(call).SelectMany(_ =>
        owner is null ? Identify()
        : settings.AskOwnPhone ? AskPin(owner.Id, attempt: 1)
        : Menu(owner.Id, State(owner.Id), isRefused: false));

    IObservable<Unit> Identify() => Enter(PhonePhrases.AskNumber(Language), LongestId).SelectMany(entered =>
        entered.Length == 0 ? Bye() : AskPin(AgentOf(entered), attempt: 1));

    /// <summary>By the id, or by the number of the telephone; null is told nothing but that it is wrong.</summary>
    string? AgentOf(string entered) =>
        center.Current.Agents.ContainsKey(entered) ? entered
        : center.Current.Agents.Values.FirstOrDefault(agent => agent.Settings.Destination == $"user/{entered}")?.Id;

    IObservable<Unit> AskPin(string? agent, int attempt)
    {
        if (agent is not null && pins.IsLocked(agent, center.Now))
        {
            refused(new PinRefused(phone, agent, IsLocked: true));
            return End(PhonePhrases.Locked(Language));
        }

        if (agent is not null && !settings.Pins.ContainsKey(agent))
        {
            return End(PhonePhrases.NoPin(Language));
        }

        return Enter(PhonePhrases.AskPin(Language), Pin.Longest).SelectMany(entered =>
            entered.Length == 0 ? Bye() : Judge(agent, entered).SelectMany(isRight => isRight ? Menu(agent!, State(agent!), isRefused: false) : Wrong(agent, attempt)));
    }

    /// <summary>On a thread of the scheduler: the time it takes must not hold up what comes over the wire.</summary>
    IObservable<bool> Judge(string? agent, string entered) =>
        agent is null ? Observable.Return(false) : Observable.Start(() => settings.Pins[agent].Is(entered), Scheduler).Do(isRight =>
        {
            if (isRight)
            {
                pins.Right(agent);
            }
            else
            {
                pins.Wrong(agent, center.Now);
            }
        });

    IObservable<Unit> Wrong(string? agent, int attempt)
    {
        refused(new PinRefused(phone, agent, IsLocked: false));
        return attempt < settings.PinTries
            ? Say(PhonePhrases.WrongPin(Language), Tones.Refused).SelectMany(_ => AskPin(agent, attempt + 1))
            : End(PhonePhrases.WrongPin(Language));
    }

    /// <summary>Tells what has become of the last wish, and asks for the next.</summary>
    IObservable<Unit> Menu(string agent, string told, bool isRefused) =>
        from greeting in Sound(told, isRefused ? Tones.Refused : Tones.Done)
        from prompt in Sound(PhonePhrases.Menu(Language), Tones.Prompt)
        from breaks in Sound(PhonePhrases.ChooseBreak(Language, BreakNames), Tones.Prompt)
        from wish in MenuFlow.Choose(Wishes(prompt, breaks), Scheduler, greeting)(call)
        from done in Follow(agent, wish)
        select done;

    Menu<Wish> Wishes(string prompt, string breaks)
    {
        var menu = new Menu<Wish>(prompt, Otherwise: new Wish.Leave())
            .On("1", new Wish.Ready()).On("3", new Wish.EndWrapUp()).On("4", new Wish.State()).On("5", new Wish.DoNotDisturb())
            .On("8", new Wish.SignIn()).On("9", new Wish.SignOut()).Repeat();
        if (Breaks is [var only])
        {
            return menu.On("2", new Wish.Break(only.Id));
        }

        var choice = new Menu<Wish>(breaks, Otherwise: new Wish.Nothing()).Back();
        for (var i = 0; i < Breaks.Length && i < MostBreaks; i++)
        {
            choice = choice.On($"{i + 1}", new Wish.Break(Breaks[i].Id));
        }

        return menu.On("2", choice);
    }

    IObservable<Unit> Follow(string agent, Wish wish) => wish switch
    {
        Wish.SignIn => Command(agent, (at, by) => new Event.AgentSignedIn(at, agent, by)),
        Wish.SignOut => Command(agent, (at, by) => new Event.AgentSignedOut(at, agent, by)),
        Wish.Ready => Command(agent, (at, by) => new Event.AgentReady(at, agent, by)),
        Wish.Break rest => Command(agent, (at, by) => new Event.AgentTookBreak(at, agent, rest.Reason, by)),
        Wish.EndWrapUp => Command(agent, (at, by) => new Event.WrapUpEnded(at, agent, by)),
        Wish.DoNotDisturb => Command(agent, (at, by) =>
            new Event.DoNotDisturbAsked(at, agent, center.Current.Agents.GetValueOrDefault(agent)?.DoNotDisturb is null, by)),
        Wish.State or Wish.Nothing => Menu(agent, State(agent), isRefused: false),
        Wish.Leave => Bye(),
        _ => throw new UnreachableException($"Nobody follows {wish.GetType().Name}."),
    };

    IObservable<Unit> Command(string agent, Func<DateTimeOffset, string, Event.IAgentCommand> command) =>
        center.Obey(at => command(at, By(agent))).SelectMany(refusal => refusal is null
            ? Menu(agent, State(agent), isRefused: false)
            : Menu(agent, PhonePhrases.NotPossible(Language, State(agent)), isRefused: true));

    ImmutableArray<BreakReason> Breaks => center.Current.Configuration.BreakReasons;

    IEnumerable<string> BreakNames => Breaks.Take(MostBreaks).Select(reason => reason.Name);

    string State(string agent) => center.Current.Agents.GetValueOrDefault(agent) is { } known
        ? PhonePhrases.State(Language, known, center.Current.Configuration)
        : PhonePhrases.NoSuchOperator(Language);

    IObservable<string> Enter(string question, int most) =>
        Sound(question, Tones.Prompt).SelectMany(prompt => KeyEntry.Enter(prompt, most, Patience, Scheduler)(call));

    IObservable<Unit> Bye() => End(PhonePhrases.Bye(Language));

    IObservable<Unit> End(string text) => Say(text, Tones.Refused);

    IObservable<Unit> Say(string text, string tone) =>
        Sound(text, tone).SelectMany(sound => call.Do(new CallCommand.Play(sound))).Select(_ => Unit.Default);

    IObservable<string> Sound(string text, string tone) => center.Speaker.Say(text, Language).Select(sound => sound ?? tone);
}
