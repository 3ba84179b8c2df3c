using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Program;

var (options, errors) = ProgramOptions.Parse(args);
if (options.IsHelp || errors.Length > 0)
{
    foreach (var error in errors)
    {
        Console.Error.WriteLine(error);
    }

    Console.WriteLine(options.IsHelp ? ProgramOptions.Usage : "");
    return errors.Length > 0 ? 2 : 0;
}

using var stopped = new ManualResetEventSlim();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopped.Set();
};

var exit = 0;
using var live = new LiveSimulator(
    new SimulatorOptions { Password = options.Password, Seed = options.Seed, Socket = $"{options.Service} async full" },
    _ => new TcpConnector($"{options.Service.Address}", options.Service.Port) { OwnThread = false });
live.Do(freeSwitch =>
{
    var operators = Enumerable.Range(1001, options.Operators).Select(number => $"{number}").ToArray();
    var world = new World(freeSwitch, WorldFor(operators));
    freeSwitch.Listen(new TcpAcceptor(options.EventSocket), failure =>
    {
        Console.Error.WriteLine(failure.Message);
        exit = 1;
        stopped.Set();
    });
    if (options.Load is null)
    {
        freeSwitch.Notes.Subscribe(note => Console.WriteLine($"{DateTimeOffset.FromUnixTimeMilliseconds(freeSwitch.MicroNow / 1000):HH:mm:ss} {note}"));
    }
    else
    {
        new LoadReport(freeSwitch, world, [.. operators.Select(freeSwitch.Operator)], Console.Out).Start();
    }

    world.Start();
});
Console.WriteLine($"The Event Socket is open on {options.EventSocket}; calls go to {options.Service} while its heart beats. Ctrl+C ends it.");
stopped.Wait();
return exit;

WorldOptions WorldFor(string[] operators) => options.Load is null
    ? new WorldOptions { CallsPerSecond = options.CallsPerSecond, Calls = options.Calls, Dialled = options.Dialled, Operators = [.. operators] }
    : WorldOptions.ForLoad(options.Load.Value) with { Calls = options.Calls, Dialled = options.Dialled, Operators = [.. operators] };
