using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Reactive.Linq;
using Web3Tel.Agents;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Telephones;

namespace Web3Tel.Server.Verto;

/// <summary>The telephones in browsers: one for each operator, and who comes last has it.</summary>
sealed class BrowserTelephones(CurrentSettings current, VertoKey key, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<BrowserTelephones> logger)
{
    /// <summary>A page that comes and goes without end is not to keep the switch busy.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a call waits for a telephone that is just being let in.</summary>
    static readonly TimeSpan Coming = TimeSpan.FromSeconds(1);

    readonly Lock turn = new();
    readonly ConcurrentDictionary<string, long> signedIn = new(StringComparer.Ordinal);
    readonly Dictionary<string, Telephone> byOperator = new(StringComparer.Ordinal);

    /// <summary>Whether there are any.</summary>
    public bool AreThere => current.Value.Verto.Url is not null;

    /// <summary>The operator whose telephone it may be: one that the switch rings by its directory.</summary>
    public AgentSettings? Of(string? agent) =>
        current.Value.CallCenter.Agents.FirstOrDefault(one => one.Id == agent && one.Destination == $"user/{one.Id}");

    /// <summary>Whether an operator's telephone is in a browser now, for a call to it.</summary>
    /// <remarks>
    /// The switch tells everybody that it has let a telephone in before it tells the telephone: whoever is rung for that would be looked for elsewhere,
    /// and rest, unreachable. So one that is just coming is waited for.
    /// </remarks>
    public async Task<bool> IsThere(string agent)
    {
        Telephone? telephone;
        lock (turn)
        {
            telephone = byOperator.GetValueOrDefault(agent);
        }

        if (telephone is null)
        {
            return false;
        }

        await telephone.Settled.WaitAsync(Coming, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return telephone.IsThere;
    }

    /// <summary>Serves a page's telephone until it goes.</summary>
    /// <param name="browser">The page.</param>
    /// <param name="agent">Whose telephone it is.</param>
    /// <param name="session">Whose browser it is: the same after a reload, and nobody else's.</param>
    /// <param name="isAllowed">Whether it may still have it.</param>
    /// <param name="gone">When the browser is gone.</param>
    public async Task Serve(WebSocket browser, AgentSettings agent, string session, Func<bool> isAllowed, CancellationToken gone)
    {
        using var telephone = new Telephone(agent.Id, time, logger);
        var before = Enter(agent.Id, telephone);
        using var watching = current.Changes.Where(_ => Of(agent.Id) is null).Subscribe(_ => Task.Run(() => telephone.End(EndReason.NotAllowed)));
        using var stopping = lifetime.ApplicationStopping.Register(() => telephone.End(EndReason.Stopping));
        try
        {
            await telephone.Run(
                browser,
                before,
                new VertoFilter(DirectoryEntry.Plain(agent.Name), agent.Id),
                cancellation => SignIn(agent.Id, session, cancellation),
                () => isAllowed() && Of(agent.Id) is not null,
                gone).ConfigureAwait(false);
        }
        finally
        {
            Leave(agent.Id, telephone);
        }
    }

    /// <remarks>One after another: the telephone before it has gone.</remarks>
    async Task<SwitchLine> SignIn(string agent, string session, CancellationToken cancellation)
    {
        if (signedIn.TryGetValue(agent, out var last) && Apart - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellation).ConfigureAwait(false);
        }

        signedIn[agent] = time.GetTimestamp();
        return await SwitchLine.Connect(
            current.Value.Verto.Url!, $"{agent}@{current.Value.Directory.Domain}", key.PasswordOf(agent), key.SessionOf(agent, session), time, cancellation).ConfigureAwait(false);
    }

    Telephone? Enter(string agent, Telephone telephone)
    {
        lock (turn)
        {
            var before = byOperator.GetValueOrDefault(agent);
            byOperator[agent] = telephone;
            return before;
        }
    }

    void Leave(string agent, Telephone telephone)
    {
        lock (turn)
        {
            if (byOperator.GetValueOrDefault(agent) == telephone)
            {
                byOperator.Remove(agent);
            }
        }
    }
}
