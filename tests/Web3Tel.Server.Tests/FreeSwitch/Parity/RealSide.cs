using FluentAssertions;
using Web3Tel.Server.Tests.Storage;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>The real one, with SIPp for people.</summary>
sealed class RealSide : ISide
{
    const int CallerPort = 15760;
    const int PhonePort = 15732;
    const int OutsidePort = 15740;

    /// <summary>An address of its own: whoever calls from 127.0.0.1 is taken for a provider's trunk.</summary>
    const string PhoneAddress = "127.0.0.6";

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
            Sipp.Operators(Phones[ISide.Stays], TimeSpan.FromSeconds(9)), Sipp.Rejecting(Phones[ISide.Rejects]), Sipp.Absent(Phones[ISide.Absent]),
            Sipp.Busy(Phones[ISide.Busy], folder.Path), Sipp.Customer(Phones[ISide.Loyal], folder["loyal.log"]), Sipp.SlowCustomer(Phones[ISide.Helper], folder.Path, ISide.Slow),
            Sipp.CustomerAt(PhoneAddress, PhonePort, folder["registered.log"]), Sipp.SlowCustomer(OutsidePort, folder.Path, ISide.Slow),
        ]);
    }

    public string Name => "FreeSWITCH";

    public string Said => $"{string.Join("\n", people.Select(one => one.Output))}\n{freeSwitch.Log}";

    public IReadOnlyList<int> Phones { get; } = [.. Enumerable.Range(0, ISide.Operators).Select(i => 15700 + (4 * i))];

    public int EventSocketPort => freeSwitch.EventSocketPort;

    public int ServicePort => freeSwitch.ServicePort;

    public int PagePort => freeSwitch.PagePort;

    public string Recordings => freeSwitch.Recordings;

    public string LineOut => $"sofia/internal/{{number}}@127.0.0.1:{OutsidePort}";

    public static async Task<RealSide> Start()
    {
        var freeSwitch = await RealFreeSwitch.WherePhonesDieIn(TimeSpan.FromSeconds(4));
        await using var registration = Sipp.Registration(freeSwitch, ISide.User, PhoneAddress, PhonePort, TimeSpan.FromHours(1));
        (await registration.Exit(TimeSpan.FromSeconds(60))).Should().Be(0, registration.Output);
        return new RealSide(freeSwitch);
    }

    public Task CallsAndStays() => Calls(port => Sipp.Callers(freeSwitch, count: 1, perSecond: 1, port));

    public Task CallsAndLeaves(TimeSpan after) => Calls(port => Sipp.LeavingCaller(freeSwitch, port, folder.Path, after));

    public Task CallsAndPresses(string key, TimeSpan stay) => Calls(port =>
        Sipp.DiallingLater(freeSwitch, "1000", port, folder.Path, key, ISide.Press - SippsDelay, stay));

    public Task CallsAndAsksForCallback() => Calls(port => Sipp.AskingForCallback(freeSwitch, port, folder.Path, ISide.Asks - SippsDelay, ISide.Confirms));

    /// <summary>SIPp's telephones send no sound, and that of the directory is taken for dead after four seconds of it.</summary>
    public Task LosesPower() => Task.CompletedTask;

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
