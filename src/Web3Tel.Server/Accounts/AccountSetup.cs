using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Accounts;

/// <summary>Accounts, sessions and who may come in.</summary>
static class AccountSetup
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>After the last page that was asked for.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromHours(12);

    public static void AddAccounts(this IServiceCollection services, DataFolder data)
    {
        services
            .AddSingleton<Passwords>()
            .AddSingleton<AccountKeeper>()
            .AddSingleton<SignIn>()
            .AddSingleton<FirstAdministrator>()
            .AddHostedService(services => services.GetRequiredService<AccountKeeper>())
            .AddHostedService(services => services.GetRequiredService<FirstAdministrator>())
            .AddHttpContextAccessor();

        // Sessions outlive the service: the keys are kept where the accounts are.
        services.AddDataProtection().SetApplicationName("Web3Tel").PersistKeysToFileSystem(KeyFolder(data));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "web3tel-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = "web3tel";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SessionLasts;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = context =>
            {
                if (context.HttpContext.RequestServices.GetRequiredService<AccountKeeper>().VisitorOf(context.Principal!) is null)
                {
                    // Or it would be renewed as long as somebody tries it.
                    context.RejectPrincipal();
                }

                return Task.CompletedTask;
            };
            options.Events.OnSigningIn = context =>
            {
                // Behind a proxy that speaks HTTPS for us. Believing a lie here only makes the cookie safer.
                context.CookieOptions.Secure |= string.Equals(context.Request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase);
                return Task.CompletedTask;
            };
        });
    }

    public static void UseAccounts(this WebApplication app, ServiceSettings settings)
    {
        if (!IPAddress.IsLoopback(settings.Http.Listen.Address))
        {
            Log.PasswordsReadable(app.Logger);
        }

        app.UseMiddleware<Gate>();
    }

    /// <summary>Who asks; only behind the gate.</summary>
    public static Visitor Visitor(this HttpContext context) =>
        context.Features.Get<Visitor>() ?? throw new InvalidOperationException($"{context.Request.Path} is open to all: nobody knows who asks.");

    /// <summary>Begins a session.</summary>
    public static Task Begin(this HttpContext context, Account account) => context.SignInAsync(Scheme, AccountKeeper.SessionOf(account, Scheme));

    /// <summary>For nobody but us to read.</summary>
    static DirectoryInfo KeyFolder(DataFolder data)
    {
        var folder = new DirectoryInfo(Path.Combine(data.Path, "keys"));
        folder.Create();
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return folder;
    }
}
