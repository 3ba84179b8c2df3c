using System.Diagnostics;
using System.Globalization;
using System.Net;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Web3Tel.Simulator.People;

namespace Web3Tel.Benchmarks.Service;

/// <summary>
/// The simulated FreeSWITCH in a process of its own, which callers call when it is told so: <c>call NUMBER PER_SECOND CALLS</c> is answered
/// by <c>called SECONDS</c> when all of them have called, <c>gone</c> by <c>gone SECONDS TALKED</c> when all of them are gone.
/// </summary>
static class SwitchUnderLoad
{
    public const string Command = "service-load";
    public const int FirstOperator = 1001;
    public const int Operators = 500;

    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task<int> Run(string eventSocket, string service)
    {
        var at = IPEndPoint.Parse(service);
        using var live = new LiveSimulator(
            new SimulatorOptions { Socket = $"{service} async full" }, _ => new TcpConnector($"{at.Address}", at.Port) { OwnThread = false });
        SimulatedOperator[] operators = [];
        await On(live, freeSwitch =>
        {
            operators = [.. OperatorNumbers.Select(freeSwitch.Operator)];
            freeSwitch.Listen(new TcpAcceptor(IPEndPoint.Parse(eventSocket)));
            return true;
        });

        World? world = null;
        var watch = Stopwatch.StartNew();
        var (calls, talked) = (0, 0);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["call", var number, var perSecond, var count]:
                    calls = int.Parse(count, CultureInfo.InvariantCulture);
                    var options = WorldOptions.ForLoad(double.Parse(perSecond, CultureInfo.InvariantCulture)) with
                    {
                        Calls = calls,
                        Dialled = [number],
                        Operators = [.. OperatorNumbers],
                    };
                    talked = await On(live, _ => operators.Sum(one => one.Conversations));
                    watch.Restart();
                    world = await On(live, freeSwitch => new World(freeSwitch, options).Start());
                    await Until(live, () => world.Called == calls);
                    Say($"called {watch.Elapsed.TotalSeconds}");
                    break;
                case ["gone"]:
                    await Until(live, () => world!.Callers.Count == 0);
                    var seconds = watch.Elapsed.TotalSeconds;
                    Say($"gone {seconds} {await On(live, _ => operators.Sum(one => one.Conversations)) - talked}");
                    break;
                default:
                    throw new InvalidOperationException($"'{line}' is not known.");
            }
        }

        return 0;
    }

    static IEnumerable<string> OperatorNumbers => Enumerable.Range(FirstOperator, Operators).Select(number => $"{number}");

    static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    static async Task Until(LiveSimulator live, Func<bool> happened)
    {
        using var timer = new PeriodicTimer(Glance);
        while (!await On(live, _ => happened()))
        {
            await timer.WaitForNextTickAsync();
        }
    }

    static Task<T> On<T>(LiveSimulator live, Func<SimulatedFreeSwitch, T> ask)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Do(freeSwitch => answer.SetResult(ask(freeSwitch)));
        return answer.Task;
    }
}
