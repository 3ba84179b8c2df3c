namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>
/// A FreeSWITCH, real or simulated, with the same people around it: <c>op0</c> answers after 300 ms and hangs up after 1.5 s of conversation,
/// <c>op1</c> rejects after 200 ms, <c>op2</c> lets it ring, <c>op3</c> is busy, <c>op4</c> answers after 300 ms and stays until the caller hangs up.
/// </summary>
interface ISide : IServedSwitch, IAsyncDisposable
{
    public const int Operators = 5;

    public const int Stays = 0;
    public const int Rejects = 1;
    public const int Absent = 2;
    public const int Busy = 3;
    public const int Loyal = 4;

    /// <summary>When a key is pressed.</summary>
    public static readonly TimeSpan Press = TimeSpan.FromSeconds(6);

    /// <summary>Which it is, for failures.</summary>
    string Name { get; }

    /// <summary>Where each operator's telephone is said to be.</summary>
    IReadOnlyList<int> Phones { get; }

    /// <summary>Somebody calls 1000 and stays until hung up.</summary>
    Task CallsAndStays();

    /// <summary>Somebody calls 1000 and hangs up so long after the answer.</summary>
    Task CallsAndLeaves(TimeSpan after);

    /// <summary>Somebody calls 1000, presses a key <see cref="Press"/> after the answer, and hangs up so long after that.</summary>
    Task CallsAndPresses(string key, TimeSpan stay);
}
