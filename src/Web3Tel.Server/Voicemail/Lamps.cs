using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Storage;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>Keeps the lamps of operators' phones that tell of messages: told when a mailbox changes, and whenever a phone asks.</summary>
sealed class Lamps(CallCenterService center, ISwitch @switch, ILogger<Lamps> logger) : IHostedService, IDisposable
{
    readonly Dictionary<string, MailboxCount> shown = [];
    readonly SerialDisposable running = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var changed = center.Messages.Changes.Select(message => message.Mailbox).Where(mailbox => mailbox.Kind == MailboxKind.Operator).Select(mailbox => mailbox.Name);
        var asked = @switch.MessageQueries.Select(Owner).OfType<string>();
        // A phone that becomes an operator's has not asked since.
        var moved = center.States.Select(state => state.Configuration.Agents).DistinctUntilChanged().Buffer(2, 1).Where(two => two.Count == 2)
            .SelectMany(two => two[1].Where(now => !two[0].Any(then => then.Id == now.Id && then.Destination == now.Destination)).Select(now => now.Id));
        running.Disposable = changed.Select(agent => (Agent: agent, IsAsked: false)).Merge(asked.Merge(moved).Select(agent => (Agent: agent, IsAsked: true)))
            .Select(phone => Tell(phone.Agent, phone.IsAsked))
            .Concat()
            .Subscribe();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        running.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => running.Dispose();

    string? Owner(string destination) => center.Current.Agents.Values.FirstOrDefault(agent => agent.Settings.Destination == destination)?.Id;

    /// <summary>Who asks is told; else only what is new. One at a time.</summary>
    IObservable<Unit> Tell(string agent, bool isAsked) => Observable.FromAsync(() => center.Messages.Count(Mailbox.OfOperator(agent)))
        .Where(count => isAsked || shown.GetValueOrDefault(agent) != count)
        .Do(count => shown[agent] = count)
        .SelectMany(count => center.Current.Agents.GetValueOrDefault(agent) is { } found
            ? @switch.ShowMessages(found.Settings.Destination, count.Unread, count.Read)
            : Observable.Empty<Reply>())
        .Do(reply =>
        {
            if (!reply.IsDone)
            {
                Log.LampNotShown(logger, agent, reply.Detail);
            }
        })
        .Catch((Exception error) =>
        {
            Log.LampNotShown(logger, agent, error.Message);
            return Observable.Empty<Reply>();
        })
        .Select(_ => Unit.Default);
}
