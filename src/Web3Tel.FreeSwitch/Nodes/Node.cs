using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Microsoft.Extensions.Logging;
using Web3Tel.Calls;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Gateways;
using Web3Tel.FreeSwitch.Legs;
using HangupCause = Web3Tel.Calls.HangupCause;

namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>One FreeSWITCH and the connection over which it is commanded as a whole.</summary>
sealed class Node(FreeSwitchOptions options, InboundSocket inbound, IScheduler scheduler, ILogger logger)
{
    /// <summary>A channel on its last legs still exists, though its end has been told already: it is asked after more than once.</summary>
    const int Asks = 4;

    static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    static readonly TimeSpan AskForModule = TimeSpan.FromMinutes(1);

    public FreeSwitchOptions Options { get; } = options;

    public string Name => Options.Node;

    public InboundSocket Inbound { get; } = inbound;

    public IScheduler Scheduler { get; } = scheduler;

    public DateTimeOffset Now => Scheduler.Now;

    /// <summary>Calls of phones beside ours.</summary>
    public OutsideCalls OutsideCalls { get; } = new(options.Node);

    public YoungBridges YoungBridges { get; } = new(scheduler);

    /// <summary>Its state, as it was told last and is told from now on.</summary>
    public ReplaySubject<NodeState> Told { get; } = new(1);

    /// <summary>Which run of FreeSWITCH it is, in FreeSWITCH's own words: the latest, and each one from now on.</summary>
    public ReplaySubject<string> Cores { get; } = new(1);

    public IObservable<ApiResponse> Api(string command) => Inbound.Send(new Api(command));

    /// <summary>Whether a channel lives: asked of FreeSWITCH itself, not of its table. Silent when it cannot be asked.</summary>
    public IObservable<bool> Exists(string channel) => Api($"uuid_exists {channel}")
        .Select(response => response.Body.Trim() != "false")
        .Catch((Exception error) =>
        {
            Log.NotAsked(logger, error, channel);
            return Observable.Empty<bool>();
        });

    /// <summary>Whether a module is loaded: asked whenever FreeSWITCH can be commanded (again), and each minute until it is.</summary>
    public IObservable<bool> Has(string module) => Connections
        .Select(connected => connected
            ? Observable.Timer(TimeSpan.Zero, AskForModule, Scheduler)
                .SelectMany(_ => Api($"module_exists {module}").Select(answer => answer.Body.Trim() == "true").Catch(Observable.Empty<bool>()))
                .TakeUntil(has => has)
            : Observable.Empty<bool>())
        .Switch();

    /// <summary>Whether a channel that lives is bridged to the other: FreeSWITCH writes that into it, and takes it out. Silent when it cannot be asked.</summary>
    public IObservable<bool> AreJoined(string channel, string other) => Api($"uuid_getvar {channel} bridge_to")
        .Where(response => response.Success)
        .Select(response => response.Body.Trim() == other)
        .Catch((Exception error) =>
        {
            Log.NotAsked(logger, error, channel);
            return Observable.Empty<bool>();
        });

    /// <summary>Whether it can be commanded, and what lives on it whenever that becomes so. That it cannot is said once, however often it is tried in vain.</summary>
    public IObservable<NodeState> States => Inbound.States
        .Where(state => state is not ConnectionState.Connecting)
        .Select(state => state switch
        {
            ConnectionState.Disconnected gone => $"disconnected ({gone.Why})",
            ConnectionState.Stopped => state.ToString(),
            _ => null,
        })
        .DistinctUntilChanged()
        .Select(why => why is null ? Look() : Down(why))
        .Switch();

    /// <summary>Beats while FreeSWITCH can be commanded.</summary>
    public IObservable<ApiResponse> Heartbeats => Connections
        .Select(connected => connected ? Observable.Timer(TimeSpan.Zero, Options.Heartbeat, Scheduler) : Observable.Never<long>())
        .Switch()
        .SelectMany(_ => Api(Heartbeat.Command).Catch(Observable.Empty<ApiResponse>()));

    /// <summary>Its gateways to providers.</summary>
    public IObservable<NodeGateways> Gateways => GatewaySurvey.Of(Name, Told, Inbound.Events, () => Api(GatewaySurvey.Command).Select(answer => answer.Body), Scheduler);

    IObservable<bool> Connections => Inbound.States.Select(state => state is ConnectionState.Connected).DistinctUntilChanged();

    /// <summary>The events of one leg.</summary>
    public IObservable<EventMessage> Follow(string channel) => Inbound.Channel(channel);

    /// <summary>Phones that ask how many messages wait.</summary>
    public IObservable<string> MessageQueries => MessageLamp.Queries(Inbound.Events);

    /// <summary>Phones of no user of the directory have no lamp.</summary>
    public IObservable<Reply> ShowMessages(string destination, int unread, int read) => Phone.UserOf(destination) is not { } user
        ? Observable.Return(Reply.Done)
        : Api("global_getvar domain")
            .SelectMany(domain => Inbound.Send(MessageLamp.Shown($"{user}@{domain.Body.Trim()}", unread, read)))
            .Select(reply => reply.Success ? Reply.Done : new Reply(ReplyOutcome.Refused, reply.ErrorMessage ?? ""))
            .Catch((Exception error) => Observable.Return(new Reply(ReplyOutcome.Disconnected, error.Message)));

    /// <summary>Says that the leg has gone, now or when the connection comes back: its end may have been missed.</summary>
    public IObservable<CallEvent> Gone(string channel) => Gone(channel, Connections);

    /// <summary>The same, but not now.</summary>
    public IObservable<CallEvent> GoneLater(string channel) => Gone(channel, Connections.SkipWhile(connected => connected));

    /// <summary>The end of a leg of which nobody has told us.</summary>
    public CallEvent Ended() => new CallEvent.HungUp(Now, new HangupCause("UNKNOWN"), HungUpBy.Unknown);

    /// <summary>Sends what nobody waits for; a failure is logged.</summary>
    public void Forget(IObservable<ApiResponse> sent) => sent.Subscribe(
        response =>
        {
            if (!response.Success)
            {
                Log.Refused(logger, Name, response.ErrorMessage);
            }
        },
        error => Log.NotDone(logger, error, Name));

    /// <summary>Of every leg; each event not asked for saves FreeSWITCH and us 4–9 KB.</summary>
    static readonly ImmutableArray<EventName> Needed =
    [
        EventName.BackgroundJob, EventName.ChannelCreate, EventName.ChannelPark, EventName.ChannelBridge, EventName.ChannelUnbridge, EventName.ChannelHangupComplete,
        EventName.MessageQuery,
    ];

    /// <summary>Tells whoever runs the service that a conversation has no recording.</summary>
    public void NotRecorded(string channel, string why) => Log.NotRecorded(logger, channel, why);

    IObservable<CallEvent> Gone(string channel, IObservable<bool> connections) => connections
        .Select(connected => connected ? Observable.Timer(TimeSpan.Zero, AskAgain, Scheduler).Take(Asks) : Observable.Empty<long>())
        .Switch()
        .SelectMany(_ => Exists(channel))
        .Where(lives => !lives)
        .Take(1)
        .Select(_ => Ended());

    IObservable<NodeState> Down(string why) => Observable.Defer(() =>
    {
        Log.Down(logger, Name, why);
        return Observable.Return<NodeState>(new NodeState.Down(Name, why));
    });

    /// <summary>Asks for the events that are needed of every leg, then what lives: nothing that ends in between is missed.</summary>
    IObservable<NodeState> Look() => Observable.Defer(() =>
        {
            OutsideCalls.Begin();
            return Inbound.Send(new Events(Options.HearsKeys ? Needed.Add(EventName.Dtmf) : Needed) { Subclasses = [.. Registrations.Subclasses, .. GatewaySurvey.Subclasses] });
        })
        .SelectMany(_ => Api("global_getvar core_uuid"))
        .Do(core => Cores.OnNext(core.Body.Trim()))
        .SelectMany(_ => Api(Survey.Command))
        .SelectMany(response =>
        {
            var found = Survey.Read(response.Body, Name);
            return PhonesInUse().CombineLatest(WithEndsOfTalks(found), (phones, calls) =>
            {
                Log.Connected(logger, Name, calls.Length);
                return (NodeState)new NodeState.Up(Name, calls) { PhonesInUse = phones };
            });
        })
        .RetryWhen(errors => errors.SelectMany(error =>
        {
            Log.SurveyFailed(logger, error, Name);
            return Observable.Timer(TimeSpan.FromSeconds(1), Scheduler);
        }));

    /// <summary>Who is in no conversation, and was in one, is asked by what that ended: the table does not say. All at once: hundreds may wait.</summary>
    IObservable<ImmutableArray<LiveCall>> WithEndsOfTalks(ImmutableArray<LiveCall> calls) => calls.IsEmpty
        ? Observable.Return(calls)
        : calls
            .Select(call => call.BridgedTo is not null
                ? Observable.Return(call)
                : Api($"uuid_getvar {call.Ref.Id} {CallVariables.TalkEnded}").Select(answer => call with { TalkEnded = HangupCause.Read(answer.Success ? answer.Body.Trim() : null) }))
            .CombineLatest(all => all.ToImmutableArray());

    IObservable<ImmutableArray<string>> PhonesInUse() => Api(OutsideCalls.Survey)
        .SelectMany(response => OutsideCalls.Read(response.Body)
            .Select(found => Api(OutsideCalls.Question(found.Channel)).Where(answer => answer.Body.Trim() == "_undef_").Select(_ => found))
            .Merge()
            .ToList())
        .Select(OutsideCalls.Complete);
}
