namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>
/// A FreeSWITCH, real or simulated, with the same people around it: <c>op0</c> answers after 300 ms and hangs up after some seconds, <c>op1</c> rejects after
/// 200 ms, <c>op2</c> lets it ring, <c>op3</c> is busy, <c>op4</c> answers after 300 ms and stays until the other side hangs up, as does <c>op6</c>, whose
/// telephone is 1001 of the directory; <c>op5</c> and whoever is at a number outside do so too, but take <see cref="Slow"/>.
/// </summary>
interface ISide : IServedSwitch, IAsyncDisposable
{
    public const int Operators = 7;

    public const int Stays = 0;
    public const int Rejects = 1;
    public const int Absent = 2;
    public const int Busy = 3;
    public const int Loyal = 4;
    public const int Helper = 5;
    public const int Registered = 6;

    /// <summary>The telephone of <c>op6</c>.</summary>
    public const string User = "1001";

    /// <summary>Somebody outside.</summary>
    public const string Number = "5551";

    /// <summary>How long it takes those who are slow to answer: longer than what happens to the caller meanwhile.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(2.5);

    /// <summary>When a key is pressed.</summary>
    public static readonly TimeSpan Press = TimeSpan.FromSeconds(6);

    /// <summary>When who wants to be called back presses 1, and how long after it once more.</summary>
    public static readonly TimeSpan Asks = TimeSpan.FromSeconds(4.8);

    public static readonly TimeSpan Confirms = TimeSpan.FromSeconds(7);

    /// <summary>Which it is, for failures.</summary>
    string Name { get; }

    /// <summary>What it and the people around it have said, for failures.</summary>
    string Said { get; }

    /// <summary>Where each operator's telephone is said to be.</summary>
    IReadOnlyList<int> Phones { get; }

    /// <summary>How numbers outside are dialled.</summary>
    string LineOut { get; }

    /// <summary>Somebody calls 1000 and stays until hung up.</summary>
    Task CallsAndStays();

    /// <summary>Somebody calls 1000 and hangs up so long after the answer.</summary>
    Task CallsAndLeaves(TimeSpan after);

    /// <summary>Somebody calls 1000, presses a key <see cref="Press"/> after the answer, and hangs up so long after that.</summary>
    Task CallsAndPresses(string key, TimeSpan stay);

    /// <summary>Somebody calls 1000, presses 1 <see cref="Asks"/> after the answer and again after it has <see cref="Confirms">passed</see>, and stays until hung up.</summary>
    Task CallsAndAsksForCallback();

    /// <summary>The telephone of <c>op6</c> is heard no more.</summary>
    Task LosesPower();
}
