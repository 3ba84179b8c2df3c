using System.Globalization;

namespace Web3Tel.Server.Commands;

/// <summary>What was written behind a command: <c>--name value</c>, and names alone. What nobody asked for is refused.</summary>
sealed class Options
{
    readonly List<(string Name, string? Value)> given = [];
    readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <exception cref="CommandException">Something that is no option.</exception>
    public Options(IEnumerable<string> args)
    {
        foreach (var arg in args)
        {
            if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                given.Add((arg, null));
            }
            else if (given is [.., (var name, null)])
            {
                given[^1] = (name, arg);
            }
            else
            {
                throw new CommandException($"\"{arg}\" belongs to no option.");
            }
        }
    }

    public bool Flag(string name)
    {
        known.Add(name);
        return given.Exists(option => option.Name == name);
    }

    /// <summary>The last value given, or null.</summary>
    public string? Text(string name) => Texts(name) is [.., var last] ? last : null;

    /// <summary>All values given, in order.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        known.Add(name);
        return [.. given.Where(option => option.Name == name).Select(option => option.Value ?? throw new CommandException($"{name} needs a value."))];
    }

    public int Number(string name, int fallback, int least, int most) =>
        Text(name) is not { } text ? fallback
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new CommandException($"{name} is \"{text}\": give a whole number from {least} to {most}.");

    /// <exception cref="CommandException">An option that was given means nothing here.</exception>
    public void RefuseOthers()
    {
        if (given.Find(option => !known.Contains(option.Name)) is (string unknown, _))
        {
            throw new CommandException($"{unknown} is no option here: there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
