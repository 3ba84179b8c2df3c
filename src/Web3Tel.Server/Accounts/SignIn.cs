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
    /// <summary>The step whose code opened last. Not remembered by a restart.</summary>
    readonly Dictionary<Guid, long> used = [];

    readonly Lockout addresses = new(() => (TriesOfAddress, LockTimeOfAddress));

    /// <summary>What came of it. Why not is not said to a stranger beyond this: whether a name exists is nobody's business.</summary>
    /// <param name="code">Of an app; for those only who use one.</param>
    public async Task<(Account? Account, bool IsLocked)> Try(string name, string password, string code, IPAddress? address)
    {
        var (account, isLocked) = await Look(name, password, address, known => known.Totp is null || IsNew(known, code)).ConfigureAwait(false);
        if (account is not null)
        {
            keeper.Audit(account.Name, account.Name, AuditedAct.SignInToPanel, PlaceOf(address));
        }

        return (account, isLocked);
    }

    /// <summary>Whether somebody in a session is who it belongs to: wrong passwords count as at the door.</summary>
    public async Task<(bool IsRight, bool IsLocked)> Prove(string name, string password, IPAddress? address)
    {
        var (account, isLocked) = await Look(name, password, address, _ => true).ConfigureAwait(false);
        return (account is not null, isLocked);
    }

    async Task<(Account? Account, bool IsLocked)> Look(string name, string password, IPAddress? address, Func<Account, bool> isMore)
    {
        if (!AccountKeeper.IsName(name))
        {
            // Nobody's, whatever it is: strangers do not fill the memory and the log with what they make up.
            name = "";
        }

        var (known, place, now) = (name.ToUpperInvariant(), PlaceOf(address), time.GetUtcNow());

        // Taken for wrong until it proves right: of many at once no more are looked at than one after another.
        if (names.IsLocked(known, now) || addresses.IsLocked(place, now) || names.Wrong(known, now) is var wrong && wrong > Tries)
        {
            Log.SignInRefused(logger, name, place, isLocked: true);
            return (null, IsLocked: true);
        }

        var account = keeper.Roll.Find(name);
        if (await passwords.Are(account?.PasswordHash, password).ConfigureAwait(false) && account is { IsDisabled: false } && isMore(account))
        {
            names.Right(known);
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

    /// <summary>Each code opens once: who has seen it typed does not get in by it.</summary>
    bool IsNew(Account account, string code)
    {
        if (Totp.StepOf(account.Totp!, code, time.GetUtcNow()) is not { } step)
        {
            return false;
        }

        lock (used)
        {
            var isNew = used.GetValueOrDefault(account.Id) < step;
            used[account.Id] = Math.Max(step, used.GetValueOrDefault(account.Id));
            return isNew;
        }
    }

    /// <summary>A network at home has some thousand million addresses of IPv6.</summary>
    static string PlaceOf(IPAddress? address) =>
        address is null ? "" : address.IsIPv4MappedToIPv6 ? $"{address.MapToIPv4()}"
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"{new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64)}"
        : $"{address}";
}
