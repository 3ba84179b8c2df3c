using System.Net;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Simulator;
using Web3Tel.Simulator.People;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>The simulated one, in real time, on loopback sockets.</summary>
sealed class SimulatedSide : ISide
{
    const string Caller = "+79161";
    const string Asking = "+79161234567";

    readonly TempFolder folder = new();
    readonly LiveSimulator simulator;

    public SimulatedSide()
    {
        simulator = new LiveSimulator(
            new SimulatorOptions
            {
                Password = RealFreeSwitch.Password,
                Socket = $"127.0.0.1:{ServicePort} async full",
            },
            _ => new TcpConnector("127.0.0.1", ServicePort));
        simulator.Do(freeSwitch =>
        {
            var (soon, sooner) = (TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(200));
            freeSwitch.Listen(new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, EventSocketPort)));
            freeSwitch.Operator($"op{ISide.Stays}").Answers(soon).Talks(TimeSpan.FromSeconds(1.5));
            freeSwitch.Operator($"op{ISide.Rejects}").Rejects(sooner);
            freeSwitch.Operator($"op{ISide.Absent}").NeverAnswers();
            freeSwitch.Operator($"op{ISide.Busy}").SaysBusy();
            freeSwitch.Operator($"op{ISide.Loyal}").Answers(soon);
            freeSwitch.Operator($"op{ISide.Helper}").Answers(ISide.Slow);
            freeSwitch.Operator(ISide.User).Answers(soon);
            freeSwitch.Operator(ISide.Number).Answers(ISide.Slow);
            freeSwitch.Operator(Asking).Answers(ISide.Slow);
        });
    }

    public string Name => "the simulator";

    public string Said => "";

    public IReadOnlyList<int> Phones { get; } = [.. Enumerable.Repeat(5062, ISide.Operators)];

    public string LineOut => "sofia/internal/{number}@127.0.0.1:5062";

    public int EventSocketPort { get; } = Ports.Free();

    public int ServicePort { get; } = Ports.Free();

    public int PagePort { get; } = Ports.Free();

    public string Recordings => folder.Path;

    public Task CallsAndStays() => Calls(_ => { });

    public Task CallsAndLeaves(TimeSpan after) => Calls(caller => caller.HangsUpAfter(after));

    public Task CallsAndPresses(string key, TimeSpan stay) => Calls(caller => caller.PressesAfter(ISide.Press, key).HangsUpAfter(ISide.Press + stay));

    public Task CallsAndAsksForCallback() => Calls(caller => caller.PressesAfter(ISide.Asks, "1").PressesAfter(ISide.Asks + ISide.Confirms, "1"), Asking);

    public Task LosesPower()
    {
        simulator.Do(freeSwitch => freeSwitch.Operator(ISide.User).Dies());
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        simulator.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    Task Calls(Action<SimulatedCaller> does, string number = Caller)
    {
        simulator.Do(freeSwitch => does(freeSwitch.Call(number, "1000", "Caller 1")));
        return Task.CompletedTask;
    }
}
