using System.Collections.Immutable;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Originating;
using Web3Tel.FreeSwitch.Nodes;
using HangupCause = Web3Tel.Calls.HangupCause;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>Rings an operator. The leg is followed from before it exists, so that no end of it is missed.</summary>
static class Originating
{
    /// <summary>FreeSWITCH itself stops ringing in time; its answer to that takes a moment.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How long after the command the leg may not be there yet to be ended.</summary>
    static readonly TimeSpan NotThereYet = TimeSpan.FromMilliseconds(250);

    /// <summary>How long after the answer the leg may take to be parked. FreeSWITCH is in trouble if it takes that long.</summary>
    static readonly TimeSpan UntilParked = TimeSpan.FromSeconds(2);

    static readonly ImmutableDictionary<string, string> Ours = ImmutableDictionary<string, string>.Empty.Add(OutsideCalls.Ours, "true");

    /// <remarks>
    /// A leg is given when it is parked, not when it is answered: the answer is told while the leg still changes its state, and a
    /// uuid_bridge in those few milliseconds fails (seen on 1.10.12 under load, once in thirty calls).
    /// </remarks>
    public static IObservable<ICall> Ring(Dial dial, Node node) => Observable.Create<ICall>(observer =>
    {
        var leg = FollowedLeg.NotYetThere(
            new CallInfo(dial.Ref, dial.CallerNumber, dial.CallerName, dial.Destination, node.Now, dial.Variables),
            node);
        var parked = node.Follow(dial.Ref.Id).Where(message => message.EventName == EventName.ChannelPark).Select(_ => true).Replay(1);
        var following = parked.Connect();
        var answer = Send(dial, node).Replay(1).AutoConnect(0);
        var given = false;
        var waiting = answer
            .SelectMany(result => result.Success && (dial.Listening is not null || dial.ArrivesAt is not null) ? Observable.Return<ICall>(leg)
                : result.Success ? parked.Merge(Observable.Timer(UntilParked, node.Scheduler).Select(_ => true)).Take(1).Select(_ => (ICall)leg)
                : Observable.Throw<ICall>(new DialFailedException(new HangupCause(result.ErrorMessage ?? "UNKNOWN"))))
            .Merge(leg.Events.OfType<CallEvent.HungUp>().SelectMany(end => Observable.Throw<ICall>(new DialFailedException(end.Cause))))
            .Take(1)
            .Catch((Exception error) => Observable.Throw<ICall>(
                error as DialFailedException ?? new DialFailedException(new HangupCause("NETWORK_OUT_OF_ORDER"), error.Message)))
            .Do(_ => given = true)
            .Subscribe(observer);
        return () =>
        {
            waiting.Dispose();
            following.Dispose();
            if (!given)
            {
                leg.Dispose();
                Stop(dial, node, dial.StoppedWith(), answer);
            }
        };
    });

    static IObservable<OriginateResult> Send(Dial dial, Node node) => Observable.Defer(() => node.Inbound.Send(
        new Originate(
            DialString.To(dial.Destination),
            dial.Listening is not null ? "eavesdrop" : dial.ArrivesAt is not null ? "transfer" : "park",
            dial.Listening?.Leg.Id ?? (dial.ArrivesAt is { } number ? $"{number} XML {node.Options.Context}" : ""),
            Options(dial, node.Options)) { Timeout = dial.RingTime + Grace }));

    /// <remarks>
    /// park_timeout: an operator whose service died between the answer and the bridge is not left in silence. sip_auto_answer becomes
    /// <c>Call-Info: …;answer-after=0</c> and <c>;intercom=true</c> in the INVITE (mod_sofia.c); what the phone makes of it is its own matter.
    /// </remarks>
    static OriginateOptions Options(Dial dial, FreeSwitchOptions options) => new()
    {
        Uuid = dial.Ref.Id,
        CallerIdName = dial.CallerName,
        CallerIdNumber = dial.CallerNumber,
        RingTime = dial.RingTime,
        Variables = (dial.AutoAnswer ? dial.Variables.Add("sip_auto_answer", "true") : dial.Variables)
            .Add("park_timeout", ParkedLeg.Timeout(options.ParkTime))
            .AddRange(dial.ComesBackTo is { } number ? [KeyValuePair.Create(BridgeVariables.ComesBackTo, new DialplanPlace(number, "XML", options.Context).ToString())] : ImmutableDictionary<string, string>.Empty)
            .AddRange(dial.Listening is { } listening ? ListenVariables.For(listening.Mode) : Ours),
    };

    /// <summary>
    /// Nobody wants the leg any more. It may not be there yet, may be ringing, or may just have been answered: it is ended until
    /// FreeSWITCH says that the attempt is over.
    /// </summary>
    static void Stop(Dial dial, Node node, HangupCause cause, IObservable<OriginateResult> answer) => Observable
        .Timer(TimeSpan.Zero, NotThereYet, node.Scheduler)
        .TakeUntil(answer.Where(result => !result.Success).Materialize())
        .Take(4)
        .Subscribe(_ => node.Forget(node.Api($"uuid_kill {dial.Ref.Id} {cause}")));
}
