using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Web3Tel.Simulator.Program;

/// <summary>What the program is asked to do.</summary>
sealed record ProgramOptions
{
    public const string Usage =
        """
        A FreeSWITCH that is none: it speaks the Event Socket, with callers and operators that behave at random.

          --esl HOST:PORT           where clients connect to the Event Socket   (127.0.0.1:8021)
          --service HOST:PORT       where calls are handed to by "socket"       (127.0.0.1:8084)
          --password TEXT           the Event Socket's password                 (ClueCon)
          --calls-per-second N      how many calls come, on average             (0.2)
          --calls N                 stop after so many                          (never)
          --operators N             operators 1001, 1002, … as user/1001, …     (4)
          --dialled A,B             the numbers that are called                 (1000)
          --seed N                  from which all chance comes                 (1)
          --load N                  N calls a second, all short and nobody impatient: prints figures instead of events
          --help
        """;

    public IPEndPoint EventSocket { get; init; } = new(IPAddress.Loopback, 8021);

    public IPEndPoint Service { get; init; } = new(IPAddress.Loopback, 8084);

    public string Password { get; init; } = "ClueCon";

    public double CallsPerSecond { get; init; } = 0.2;

    public int? Calls { get; init; }

    public int Operators { get; init; } = 4;

    public ImmutableArray<string> Dialled { get; init; } = ["1000"];

    public int Seed { get; init; } = 1;

    public double? Load { get; init; }

    public bool IsHelp { get; init; }

    /// <summary>The options, or what is wrong with them.</summary>
    public static (ProgramOptions Options, ImmutableArray<string> Errors) Parse(IReadOnlyList<string> arguments)
    {
        var options = new ProgramOptions();
        var errors = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (name is "--help" or "-h")
            {
                options = options with { IsHelp = true };
            }
            else if (i + 1 >= arguments.Count)
            {
                errors.Add($"{name} needs a value, or is not known. --help lists what is.");
            }
            else
            {
                options = With(options, name, arguments[++i], errors.Add);
            }
        }

        return (options, errors.ToImmutable());
    }

    static ProgramOptions With(ProgramOptions options, string name, string value, Action<string> error)
    {
        switch (name)
        {
            case "--esl" when IPEndPoint.TryParse(value, out var address):
                return options with { EventSocket = address };
            case "--service" when IPEndPoint.TryParse(value, out var address):
                return options with { Service = address };
            case "--password":
                return options with { Password = value };
            case "--calls-per-second" when Number(value) is > 0 and var rate:
                return options with { CallsPerSecond = rate };
            case "--calls" when int.TryParse(value, CultureInfo.InvariantCulture, out var calls) && calls > 0:
                return options with { Calls = calls };
            case "--operators" when int.TryParse(value, CultureInfo.InvariantCulture, out var operators) && operators is >= 0 and < 9000:
                return options with { Operators = operators };
            case "--dialled":
                return options with { Dialled = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries)] };
            case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                return options with { Seed = seed };
            case "--load" when Number(value) is > 0 and var load:
                return options with { Load = load, CallsPerSecond = load };
            default:
                error($"{name} {value}: the option is not known, or the value is not one it takes. --help lists them.");
                return options;
        }
    }

    static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
