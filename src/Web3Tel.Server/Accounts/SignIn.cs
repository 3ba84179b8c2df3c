using System.Net;
using System.Net.Sockets;
using Web3Tel.Auditing;
using Web3Tel.Phones;

namespace Web3Tel.Server.Accounts;

/// <summary>Names and passwords at the door: wrong ones lock the account for a while, and many of them the address they come from.</summary>
sealed class SignIn(AccountKeeper keeper, Passwords passwords, TimeProvider time, ILogger<SignIn> logger)
{
    public const int Tries = 5;
    public const int TriesOfAddress = 30;

    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LockTimeOfAddress = TimeSpan.FromMinutes(1);

    readonly Lockout names = new(() => (Tries, LockTime));
    readonly Lockout addresses = new(() => (TriesOfAddress, LockTimeOfAddress));

    /// <summary>What came of it. Why not is not said to a stranger beyond this: whether a name exists is nobody's business.</summary>
    public async Task<(Account? Account, bool IsLocked)> Try(string name, string password, IPAddress? address)
    {
        var (known, place, now) = (name.ToUpperInvariant(), PlaceOf(address), time.GetUtcNow());

        // Taken for wrong until it proves right: of many at once no more are looked at than one after another.
        if (names.IsLocked(known, now) || addresses.IsLocked(place, now) || names.Wrong(known, now) is var wrong && wrong > Tries)
        {
            Log.SignInRefused(logger, name, place, isLocked: true);
            return (null, IsLocked: true);
        }

        var account = keeper.Roll.Find(name);
        if (await passwords.Are(account?.PasswordHash, password).ConfigureAwait(false) && account is { IsDisabled: false })
        {
            names.Right(known);
            keeper.Audit(account.Name, account.Name, AuditedAct.SignInToPanel, place);
            return (account, IsLocked: false);
        }

        Log.SignInRefused(logger, name, place, isLocked: false);
        if (wrong == Tries && account is not null)
        {
            // Only then, and only of those there are: wrong passwords are not to fill the journal.
            keeper.Audit(account.Name, account.Name, AuditedAct.LockAccount, place);
        }

        return (null, addresses.Wrong(place, now) >= TriesOfAddress || wrong == Tries);
    }

    /// <summary>A network at home has some thousand million addresses of IPv6.</summary>
    static string PlaceOf(IPAddress? address) =>
        address is null ? "" : address.IsIPv4MappedToIPv6 ? $"{address.MapToIPv4()}"
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"{new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64)}"
        : $"{address}";
}
