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

    readonly SimulatedFreeSwitch freeSwitch;
    readonly WorldOptions options;
    readonly List<SimulatedCaller> callers = [];
    readonly SerialDisposable next = new();

    /// <summary>The operators are there at once; callers come after <see cref="Start"/>.</summary>
    public World(SimulatedFreeSwitch freeSwitch, WorldOptions? options = null)
    {
        this.freeSwitch = freeSwitch;
        this.options = options ?? new WorldOptions();
        foreach (var number in this.options.Operators)
        {
            freeSwitch.Operator(number).Behaves(Behaviour);
        }
    }

    /// <summary>How many have called.</summary>
    public int Called { get; private set; }

    /// <summary>Everybody who has called and is not gone yet.</summary>
    public IReadOnlyList<SimulatedCaller> Callers
    {
        get
        {
            callers.RemoveAll(caller => caller.IsOver);
            return callers;
        }
    }

    /// <summary>Callers begin to come.</summary>
    public World Start()
    {
        freeSwitch.Post(WaitForNext);
        return this;
    }

    /// <summary>Nobody calls any more; those who have called stay.</summary>
    public void Dispose() => next.Dispose();

    void WaitForNext()
    {
        if (Called != options.Calls && !next.IsDisposed)
        {
            var pause = freeSwitch.Random.Exponential(TimeSpan.FromSeconds(1 / options.CallsPerSecond));
            next.Disposable = freeSwitch.After(pause, () =>
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
        var caller = freeSwitch
            .Call($"+79{random.Next(100_000_000, 999_999_999)}", options.Dialled[random.Next(options.Dialled.Length)], Names[random.Next(Names.Length)])
            .WaitsAtMost(random.Between(options.LeastPatience, options.MostPatience));
        if (!random.Chance(options.OperatorHangsUpFirst))
        {
            caller.Talks(random.Between(options.LeastTalk, options.MostTalk));
        }

        callers.RemoveAll(gone => gone.IsOver);
        callers.Add(caller);
    }

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

            // An operator always ends it in the end: the one whose caller would have hung up later ends it first.
            Talk = random.Between(options.LeastTalk, options.MostTalk) + options.LeastTalk,
        };
    }
}
