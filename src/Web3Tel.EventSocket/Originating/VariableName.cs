using System.Buffers;

namespace Web3Tel.EventSocket.Originating;

/// <summary>The name of a channel variable.</summary>
static class VariableName
{
    static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:");

    public static string Require(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Allowed)
        ? name
        : throw new ArgumentException($"'{name}' is no name of a channel variable: letters, digits, '_', '-', '.' and ':' are.", nameof(name));
}
