using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Accounts;

/// <summary>
/// The first administrator is made by whoever sees the console: a link that works once, printed while there is no administrator. It is on no
/// disk and in no log; each start makes another.
/// </summary>
sealed class FirstAdministrator(AccountKeeper keeper, ServiceSettings settings, IServer server) : IHostedLifecycleService
{
    readonly string secret = Secret.New();

    /// <summary>For tests.</summary>
    internal string Link => string.Create(CultureInfo.InvariantCulture, $"/first?key={secret}");

    /// <summary>Whether the link leads to anything.</summary>
    public bool Is(string? key) => !keeper.Roll.HasAdministrator && key is not null && Secret.AreSame(key, secret);

    public async Task<AccountFault?> Make(string? key, string name, string password) => Is(key)
        ? await keeper.Create(name, name, password, new AccountWish(Role.Administrator, null, []), isFirst: true).ConfigureAwait(false)
        : AccountFault.AlreadyBegun;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (keeper.Roll.HasAdministrator || keeper.IsWithoutSignIn)
        {
            return Task.CompletedTask;
        }

        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? $"http://{settings.Http.Listen}";
        return Console.Out.WriteLineAsync(
            $"Nobody can sign in yet{(keeper.IsOpen ? ", and whoever reaches this machine's loopback may do everything" : "")}. Make the first administrator here, once: {address}{Link}");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
