using System.Collections.Immutable;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Xml;
using System.Xml.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Gateways;

/// <summary>Asks FreeSWITCH for its gateways, and again whenever mod_sofia says that one has changed, has come or has gone.</summary>
static class GatewaySurvey
{
    public const string Command = "sofia xmlstatus gateway";

    /// <summary>A rescan tells of each gateway by itself.</summary>
    static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(200);

    public static readonly ImmutableArray<string> Subclasses = ["sofia::gateway_state", "sofia::gateway_add", "sofia::gateway_delete"];

    /// <param name="states">Of the node.</param>
    /// <param name="events">Of the node.</param>
    /// <param name="ask">Gives the answer to <see cref="Command"/>.</param>
    public static IObservable<NodeGateways> Of(string node, IObservable<NodeState> states, IObservable<EventMessage> events, Func<IObservable<string>> ask, IScheduler scheduler) => states
        .Select(state => state is NodeState.Up
            ? events.Where(message => message.EventName == EventName.Custom && Subclasses.Contains(message.Subclass ?? "")).Select(_ => Unit.Default).Retry()
                .Throttle(Calm, scheduler)
                .StartWith(Unit.Default)
                .Select(_ => ask().Select(Read).Catch(Observable.Return<ImmutableArray<Gateway>?>(null)))
                .Switch()
            : Observable.Return<ImmutableArray<Gateway>?>(null))
        .Switch()
        .Select(all => new NodeGateways(node, all));

    /// <summary>Null for what cannot be read: mod_sofia is not there.</summary>
    public static ImmutableArray<Gateway>? Read(string answer)
    {
        try
        {
            return XElement.Parse(answer) is { Name.LocalName: "gateways" } found
                ? [.. found.Elements("gateway").Select(gateway => new Gateway(Text(gateway, "name"), Text(gateway, "profile"), Text(gateway, "proxy"), Text(gateway, "state"), Text(gateway, "status").StartsWith("UP", StringComparison.Ordinal)))]
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static string Text(XElement gateway, string name) => ((string?)gateway.Element(name) ?? "").Trim();
}
