using Web3Tel.Server.Tests.Storage;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>The real one, with SIPp for people.</summary>
sealed class RealSide : ISide
{
    const int CallerPort = 15740;

    /// <summary>From its command to the first key.</summary>
    static readonly TimeSpan SippsDelay = TimeSpan.FromSeconds(0.8);

    readonly TempFolder folder = new();
    readonly RealFreeSwitch freeSwitch;
    readonly List<ChildProcess> people = [];
    int calls;

    RealSide(RealFreeSwitch freeSwitch)
    {
        this.freeSwitch = freeSwitch;
        people.AddRange(
        [
            Sipp.Operators(Phones[ISide.Stays], TimeSpan.FromSeconds(1.5)), Sipp.Rejecting(Phones[ISide.Rejects]), Sipp.Absent(Phones[ISide.Absent]),
            Sipp.Busy(Phones[ISide.Busy], folder.Path), Sipp.Customer(Phones[ISide.Loyal], folder["loyal.log"]),
        ]);
    }

    public string Name => "FreeSWITCH";

    public IReadOnlyList<int> Phones { get; } = [.. Enumerable.Range(0, ISide.Operators).Select(i => 15700 + (4 * i))];

    public int EventSocketPort => freeSwitch.EventSocketPort;

    public int ServicePort => freeSwitch.ServicePort;

    public int PagePort => freeSwitch.PagePort;

    public string Recordings => freeSwitch.Recordings;

    public static async Task<RealSide> Start() => new(await RealFreeSwitch.Start());

    public Task CallsAndStays() => Calls(port => Sipp.Callers(freeSwitch, count: 1, perSecond: 1, port));

    public Task CallsAndLeaves(TimeSpan after) => Calls(port => Sipp.LeavingCaller(freeSwitch, port, folder.Path, after));

    public Task CallsAndPresses(string key, TimeSpan stay) => Calls(port =>
        Sipp.DiallingLater(freeSwitch, "1000", port, folder.Path, key, ISide.Press - SippsDelay, stay));

    public async ValueTask DisposeAsync()
    {
        foreach (var one in people)
        {
            await one.DisposeAsync();
        }

        await freeSwitch.DisposeAsync();
        folder.Dispose();
    }

    Task Calls(Func<int, ChildProcess> caller)
    {
        people.Add(caller(CallerPort + (4 * calls++)));
        return Task.CompletedTask;
    }
}
