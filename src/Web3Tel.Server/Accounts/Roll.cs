using System.Collections.Immutable;

namespace Web3Tel.Server.Accounts;

/// <summary>All accounts and tokens at one moment.</summary>
/// <param name="WasBegun">Whether there has ever been an account: then nobody gets in without one again, be all of them lost.</param>
sealed record Roll(ImmutableDictionary<Guid, Account> Accounts, ImmutableDictionary<Guid, ApiToken> Tokens, bool WasBegun)
{
    public static readonly Roll Empty = new(ImmutableDictionary<Guid, Account>.Empty, ImmutableDictionary<Guid, ApiToken>.Empty, WasBegun: false);

    readonly Dictionary<string, Account> byName = Accounts.Values.ToDictionary(account => account.Name, StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, ApiToken> byHash = Tokens.Values.ToDictionary(token => token.Hash, StringComparer.Ordinal);

    /// <summary>Whether somebody can manage accounts.</summary>
    public bool HasAdministrator => Accounts.Values.Any(account => account is { Role: Role.Administrator, IsDisabled: false });

    public Account? Find(string name) => byName.GetValueOrDefault(name);

    public ApiToken? FindToken(string hash) => byHash.GetValueOrDefault(hash);

    /// <summary>With an account that is new or other than it was.</summary>
    public Roll With(Account account) => new(Accounts.SetItem(account.Id, account), Tokens, WasBegun: true);

    public Roll With(ApiToken token) => new(Accounts, Tokens.SetItem(token.Id, token), WasBegun: true);

    public Roll Without(ApiToken token) => new(Accounts, Tokens.Remove(token.Id), WasBegun);
}
