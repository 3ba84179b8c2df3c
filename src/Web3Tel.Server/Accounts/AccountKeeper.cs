using System.Collections.Concurrent;
using System.Net;
using System.Reactive.Subjects;
using System.Security.Claims;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Accounts;

/// <summary>The roll's life in this process: who may come in, and all changes of it, each durable and in the audit trail.</summary>
sealed class AccountKeeper(
    ServiceSettings settings, CurrentSettings current, StorageOptions options, CallCenterService center, Passwords passwords, TimeProvider time, ILogger<AccountKeeper> logger)
    : IHostedService, IAsyncDisposable
{
    /// <summary>The claim that tells which state of the account a session belongs to.</summary>
    const string Stamp = "stamp";

    /// <summary>The claim that tells one browser's session from another's.</summary>
    const string Browser = "browser";

    readonly BehaviorSubject<Roll> rolls = new(Roll.Empty);
    readonly SemaphoreSlim turn = new(1);
    readonly ConcurrentDictionary<string, DateTimeOffset> left = new(StringComparer.Ordinal);
    AccountStore? store;

    public Roll Roll => rolls.Value;

    /// <summary>Now, and whenever somebody may come in no more.</summary>
    public IObservable<Roll> Rolls => rolls;

    /// <summary>Whether nobody has to sign in.</summary>
    public bool IsOpen => settings.Http.SignIn switch
    {
        SignInDemand.Always => false,
        SignInDemand.Never => true,
        SignInDemand.WithAccounts => !Roll.WasBegun && IPAddress.IsLoopback(settings.Http.Listen.Address) && (settings.Https is null || IPAddress.IsLoopback(settings.Https.Listen.Address)),
    };

    /// <summary>Whether nobody ever has to, by the settings.</summary>
    public bool IsWithoutSignIn => settings.Http.SignIn == SignInDemand.Never;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        store = await AccountStore.Open(options, logger).ConfigureAwait(false);
        rolls.OnNext(await store.Read().ConfigureAwait(false));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref store, null) is not { } closing)
        {
            return;
        }

        rolls.OnCompleted();
        try
        {
            await closing.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            // What was answered is on the disk already; only the tidying at the end was not.
            Log.AccountsClosedWithoutDisk(logger, e);
        }
    }

    /// <summary>Who a session or a token belongs to at this moment; null for nobody who may come in.</summary>
    public Visitor? VisitorOf(ClaimsPrincipal user, string? token = null) =>
        IsWithoutSignIn ? Visitor.Anybody
        : token is not null ? OfToken(token)
        : OfSession(user) ?? (IsOpen ? Visitor.Anybody : null);

    /// <summary>Whether there can be an account of that name.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@');

    /// <summary>The claims of a session.</summary>
    public static ClaimsPrincipal SessionOf(Account account, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.Name), new(Stamp, account.Stamp.ToString()), new(Browser, Guid.NewGuid().ToString())], scheme));

    /// <summary>What no other browser's session has; null where nobody signs in.</summary>
    public static string? BrowserOf(ClaimsPrincipal user) => user.FindFirstValue(Browser);

    /// <summary>
    /// Ends a session: what is open by it in other windows, and a copy of its cookie, is worth nothing either. Those are remembered for as long
    /// as a cookie lasts, and not by a restart.
    /// </summary>
    public async Task Leave(ClaimsPrincipal user)
    {
        if (BrowserOf(user) is not { } browser)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (old, _) in left.Where(one => now - one.Value > AccountSetup.SessionLasts))
        {
            left.TryRemove(old, out _);
        }

        left[browser] = now;
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            rolls.OnNext(Roll);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes an account.</summary>
    /// <param name="by">Who makes it.</param>
    /// <param name="isFirst">Whether that is allowed only while there is no administrator.</param>
    public async Task<AccountFault?> Create(string by, string name, string password, AccountWish wish, bool isFirst = false)
    {
        if ((NameFault(name) ?? Passwords.Fault(name, password) ?? wish.Fault(current.Value, before: null)) is { } fault)
        {
            return fault;
        }

        var account = new Account(Guid.NewGuid(), name, wish.Role, await passwords.Hash(password).ConfigureAwait(false), Guid.NewGuid(), time.GetUtcNow())
        {
            Operator = wish.Operator,
            Queues = wish.Queues,
        };
        return await Change(
            by, name, AuditedAct.CreateAccount, wish.ToString(),
            roll => isFirst && roll.HasAdministrator ? (null, AccountFault.AlreadyBegun)
                : roll.Find(name) is not null ? (null, AccountFault.NameTaken)
                : (roll.With(account), null)).ConfigureAwait(false);
    }

    /// <summary>Changes what an account may do; its sessions end.</summary>
    public Task<AccountFault?> Change(string by, Guid id, AccountWish wish) => Change(
        by, id, AuditedAct.ChangeAccount, wish.ToString(),
        before => wish.Fault(current.Value, before) is { } fault
            ? (before, fault)
            : (before with { Role = wish.Role, Operator = wish.Operator, Queues = wish.Queues }, null));

    /// <summary>Lets nobody in by an account, or lets them in again; its sessions end at once.</summary>
    public Task<AccountFault?> Disable(string by, Guid id, bool isDisabled) =>
        Change(by, id, isDisabled ? AuditedAct.DisableAccount : AuditedAct.EnableAccount, "", before => (before with { IsDisabled = isDisabled }, null));

    /// <summary>Another password; the sessions there are end.</summary>
    public async Task<AccountFault?> ChangePassword(string by, Guid id, string password)
    {
        if (Roll.Accounts.GetValueOrDefault(id) is not { } account)
        {
            return AccountFault.NotThere;
        }

        if (Passwords.Fault(account.Name, password) is { } fault)
        {
            return fault;
        }

        var hash = await passwords.Hash(password).ConfigureAwait(false);
        return await Change(by, id, AuditedAct.ChangePassword, "", before => (before with { PasswordHash = hash }, null)).ConfigureAwait(false);
    }

    /// <summary>Asks for codes of an app at the door, or for none; the sessions there are end.</summary>
    /// <param name="secret">As <see cref="Totp"/> has it; null for none.</param>
    public Task<AccountFault?> AskForCodes(string by, Guid id, string? secret) =>
        Change(by, id, secret is null ? AuditedAct.RemoveSecondFactor : AuditedAct.SetSecondFactor, "", before => (before with { Totp = secret }, null));

    /// <summary>A new token for a program.</summary>
    /// <returns>The secret, which is kept nowhere.</returns>
    public async Task<(string? Secret, AccountFault? Fault)> IssueToken(string by, string name, AccountWish wish, TimeSpan lifetime)
    {
        if ((NameFault(name) ?? (wish.Role == Role.Operator ? AccountFault.OperatorMissing : wish.Fault(current.Value, before: null))) is { } fault)
        {
            return (null, fault);
        }

        var secret = Secret.New();
        var token = new ApiToken(Guid.NewGuid(), name, wish.Role, Secret.HashOf(secret), time.GetUtcNow(), time.GetUtcNow() + lifetime) { Queues = wish.Queues };
        var refused = await Change(
            by, name, AuditedAct.IssueToken, wish.ToString(),
            roll => roll.Tokens.Values.Any(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
                ? (null, AccountFault.NameTaken)
                : (roll.With(token), null)).ConfigureAwait(false);
        return (refused is null ? secret : null, refused);
    }

    public Task<AccountFault?> RevokeToken(string by, Guid id) => Roll.Tokens.GetValueOrDefault(id) is { } token
        ? Change(by, token.Name, AuditedAct.RevokeToken, "", roll => (roll.Without(token), null))
        : Task.FromResult<AccountFault?>(AccountFault.NotThere);

    /// <summary>Notes in the audit trail what was done about an account.</summary>
    public void Audit(string by, string account, AuditedAct act, string detail = "") => center.Post(at => new Event.Administered(at, act, detail, by, account));

    Visitor? OfToken(string token) =>
        Roll.FindToken(Secret.HashOf(token)) is { } known && time.GetUtcNow() < known.Expires ? Visitor.Of(known) : null;

    Visitor? OfSession(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Roll.Accounts.GetValueOrDefault(id) is { IsDisabled: false } account && user.FindFirstValue(Stamp) == account.Stamp.ToString()
        && !(BrowserOf(user) is { } browser && left.ContainsKey(browser))
            ? Visitor.Of(account)
            : null;

    static AccountFault? NameFault(string name) => IsName(name) ? null : AccountFault.NameUnfit;

    Task<AccountFault?> Change(string by, Guid id, AuditedAct act, string detail, Func<Account, (Account After, AccountFault? Fault)> change)
    {
        var name = Roll.Accounts.GetValueOrDefault(id)?.Name ?? "";
        return Change(by, name, act, detail, roll =>
        {
            if (roll.Accounts.GetValueOrDefault(id) is not { } before)
            {
                return (null, AccountFault.NotThere);
            }

            var (after, fault) = change(before);
            var next = roll.With(after with { Stamp = Guid.NewGuid() });
            return fault is not null ? (null, fault)
                : roll.HasAdministrator && !next.HasAdministrator ? (null, AccountFault.LastAdministrator)
                : (next, null);
        });
    }

    async Task<AccountFault?> Change(string by, string about, AuditedAct act, string detail, Func<Roll, (Roll? After, AccountFault? Fault)> change)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var before = Roll;
            var (after, fault) = change(before);
            if (after is null)
            {
                return fault;
            }

            await store!.Write(before, after).ConfigureAwait(false);
            rolls.OnNext(after);
            Audit(by, about, act, detail);
            return null;
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.AccountNotKept(logger, by, e);
            return AccountFault.DiskTakesNothing;
        }
        finally
        {
            turn.Release();
        }
    }
}
