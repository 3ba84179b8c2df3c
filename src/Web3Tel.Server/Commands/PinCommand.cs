using Web3Tel.Phones;

namespace Web3Tel.Server.Commands;

/// <summary><c>web3tel pin</c>: what to set as an operator's PIN. It is read, not given as an argument: those stand in histories and process lists.</summary>
static class PinCommand
{
    public const string Name = "pin";

    /// <summary>Returns the exit code: 2 when it was given no PIN.</summary>
    public static int Run(TextReader input, TextWriter output, TextWriter errors)
    {
        errors.Write("PIN: ");
        var digits = input.ReadLine()?.Trim() ?? "";
        if (!Pin.IsPin(digits))
        {
            errors.WriteLine($"A PIN has {Pin.Shortest} to {Pin.Longest} digits.");
            return 2;
        }

        output.WriteLine(Pin.Of(digits).Secret());
        return 0;
    }
}
