using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Web3Tel.Server.Accounts;

/// <summary>Passwords by the framework's hasher. Slow on purpose, and two at a time at most: calls come first.</summary>
sealed class Passwords : IDisposable
{
    public const int Shortest = 10;

    /// <summary>Nobody types more; more would only make us work.</summary>
    public const int Longest = 200;

    const int Iterations = 210_000;

    readonly PasswordHasher<string> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    readonly SemaphoreSlim turn = new(2);
    readonly string nobodys;

    public Passwords() => nobodys = hasher.HashPassword("", Guid.NewGuid().ToString());

    public static AccountFault? Fault(string name, string password) =>
        password.Length is < Shortest or > Longest ? AccountFault.PasswordTooShort
        : string.Equals(name, password, StringComparison.OrdinalIgnoreCase) ? AccountFault.PasswordIsName
        : null;

    public Task<string> Hash(string password) => InTurn(() => hasher.HashPassword("", password));

    /// <param name="hash">Null for an account that is not there: that takes as long.</param>
    public async Task<bool> Are(string? hash, string password) =>
        await InTurn(() => hasher.VerifyHashedPassword("", hash ?? nobodys, password.Length > Longest ? "" : password)).ConfigureAwait(false) != PasswordVerificationResult.Failed
        && hash is not null;

    public void Dispose() => turn.Dispose();

    async Task<T> InTurn<T>(Func<T> work)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Task.Run(work).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
