using System.Security.Cryptography;
using System.Text;

namespace Web3Tel.Server.Verto;

/// <summary>
/// What the operators' telephones in the browser prove themselves by to the switch. All of it comes from one key in <c>data/keys</c>, for the
/// service's user only: nothing has to be kept for each operator, and what was issued before the service died is issued again after it.
/// </summary>
sealed class VertoKey
{
    const string File = "verto.key";
    const int Length = 32;

    readonly byte[] key;

    VertoKey(byte[] key) => this.key = key;

    /// <summary>Reads the key, or makes it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static VertoKey In(string folder)
    {
        var path = Path.Combine(folder, "keys", File);
        if (System.IO.File.Exists(path) && System.IO.File.ReadAllBytes(path) is { Length: Length } kept)
        {
            return new VertoKey(kept);
        }

        var made = RandomNumberGenerator.GetBytes(Length);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(made);
        file.Flush(flushToDisk: true);
        return new VertoKey(made);
    }

    /// <summary>The password of an operator's telephone. The browser never sees it.</summary>
    public string PasswordOf(string agent) => Convert.ToHexStringLower(Derive("password", agent));

    /// <summary>The id under which the switch keeps a telephone's calls: the same for the same browser, nobody else's, and not to be guessed.</summary>
    /// <param name="agent">Id of the operator.</param>
    /// <param name="session">Whose browser it is.</param>
    public Guid SessionOf(string agent, string session) => new(Derive("session", agent, session).AsSpan(0, 16));

    byte[] Derive(params ReadOnlySpan<string> parts) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join('\n', parts!)));
}
