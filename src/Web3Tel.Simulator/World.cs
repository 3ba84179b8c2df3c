using System.Collections.Immutable;
using System.Reactive.Disposables;
using Web3Tel.Simulator.People;

namespace Web3Tel.Simulator;

/// <summary>Callers who come at random and operators who behave at random, around one simulated switch.</summary>
public sealed class World : IDisposable
{
    static readonly string[] Names =
    [
        "Иван Петров", "Мария Кузнецова", "Ольга Смирнова", "Anna Schmidt", "Дмитрий Соколов", "John O'Neil", "Ғалия Әбдіқызы",
        "Сергей «Серёга» Волков", "Zoë & Søn", "", "", "Елена Новикова", "Пётр Щукин", "Jürgen Groß", "50%25 off",
    ];

    /// <summary>How long after the answer a caller presses a key, at least and at most.</summary>
    static readonly TimeSpan LeastThought = TimeSpan.FromSeconds(2);

    /// <inheritdoc cref="LeastThought"/>
    static readonly TimeSpan MostThought = TimeSpan.FromSeconds(9);

    readonly SimulatedFreeSwitch freeSwitch;
    WorldOptions options;
    readonly List<SimulatedCaller> callers = [];
    readonly SerialDisposable next = new();
    DateTimeOffset due;
    int givenUp;
    int forgetAt = 1000;

    /// <summary>The operators are there at once; callers come after <see cref="Start"/>.</summary>
    public World(SimulatedFreeSwitch freeSwitch, WorldOptions? options = null)
    {
        this.freeSwitch = freeSwitch;
        this.options = options ?? new WorldOptions();
        Staff(this.options.Operators);
    }

    /// <summary>How many have called.</summary>
    public int Called { get; private set; }

    /// <summary>How many have gone without having talked with anybody.</summary>
    public int GivenUp
    {
        get
        {
            Forget();
            return givenUp;
        }
    }

    /// <summary>Everybody who has called and is not gone yet.</summary>
    public IReadOnlyList<SimulatedCaller> Callers
    {
        get
        {
            Forget();
            return callers;
        }
    }

    /// <summary>Callers begin to come.</summary>
    public World Start()
    {
        freeSwitch.Post(() =>
        {
            due = freeSwitch.Now;
            WaitForNext();
        });
        return this;
    }

    /// <summary>Other numbers are called from now on, and these operators are there; who was there before stays.</summary>
    public void Change(ImmutableArray<string> dialled, ImmutableArray<string> operators) => freeSwitch.Post(() =>
    {
        Staff(operators.Except(options.Operators));
        options = options with { Dialled = dialled, Operators = [.. options.Operators.Union(operators)] };
    });

    /// <summary>Nobody calls any more; those who have called stay.</summary>
    public void Dispose() => next.Dispose();

    void Staff(IEnumerable<string> numbers)
    {
        foreach (var number in numbers)
        {
            freeSwitch.Operator(number).Behaves(Behaviour);
        }
    }

    void WaitForNext()
    {
        if (Called != options.Calls && !next.IsDisposed)
        {
            // From when the last one was due, not from when it came: a clock that wakes us late does not thin out the calls.
            due += freeSwitch.Random.Exponential(TimeSpan.FromSeconds(1 / options.CallsPerSecond));
            next.Disposable = freeSwitch.After(due - freeSwitch.Now, () =>
            {
                Call();
                WaitForNext();
            });
        }
    }

    void Call()
    {
        var random = freeSwitch.Random;
        Called++;
        var (number, dialled) = ($"+79{random.Next(100_000_000, 999_999_999)}", options.Dialled[random.Next(options.Dialled.Length)]);
        var caller = freeSwitch
            .Call(number, dialled, Names[random.Next(Names.Length)])
            .WaitsAtMost(random.Between(options.LeastPatience, options.MostPatience));
        if (!random.Chance(options.OperatorHangsUpFirst))
        {
            caller.Talks(random.Between(options.LeastTalk, options.MostTalk));
        }

        if (options.CallbackKeys.TryGetValue(dialled, out var key) && random.Chance(options.WantsCallback))
        {
            WantsToBeCalledBack(caller, key);
        }
        else if (options.Keys.TryGetValue(dialled, out var keys) && !keys.IsEmpty)
        {
            caller.PressesAfter(random.Between(LeastThought, MostThought), keys[random.Next(keys.Length)]);
        }

        callers.Add(caller);
        if (callers.Count > forgetAt)
        {
            Forget();
            forgetAt = Math.Max(1000, callers.Count * 2);
        }
    }

    /// <summary>The key, and then the one that confirms; then the caller's telephone can be called.</summary>
    void WantsToBeCalledBack(SimulatedCaller caller, char key)
    {
        caller.PressesAfter(options.BeforeCallback, $"{key}").PressesAfter(options.BeforeCallback + options.BeforeConfirming, "1");
        freeSwitch.Operator(caller.Number).Behaves(() => new OperatorBehaviour
        {
            Outcome = freeSwitch.Random.Chance(options.MissesCallback) ? OperatorOutcome.NeverAnswers : OperatorOutcome.Answers,
            After = freeSwitch.Random.Between(options.LeastRinging, options.MostRinging),
            Talk = freeSwitch.Random.Between(options.LeastTalk, options.MostTalk),
        });
    }

    void Forget() => callers.RemoveAll(caller =>
    {
        givenUp += caller is { IsOver: true, HasTalked: false } ? 1 : 0;
        return caller.IsOver;
    });

    OperatorBehaviour Behaviour()
    {
        var random = freeSwitch.Random;
        var chance = random.NextDouble();
        var outcome = chance < options.Rejects ? OperatorOutcome.Rejects
            : chance < options.Rejects + options.LetsRing ? OperatorOutcome.NeverAnswers
            : chance < options.Rejects + options.LetsRing + options.Busy ? OperatorOutcome.Busy
            : OperatorOutcome.Answers;
        return new OperatorBehaviour
        {
            Outcome = outcome,
            After = random.Between(options.LeastRinging, options.MostRinging),

            // Longer than most callers talk, so that whoever's time is up first ends it.
            Talk = random.Between(options.LeastTalk, options.MostTalk) + options.LeastTalk,
        };
    }
}
