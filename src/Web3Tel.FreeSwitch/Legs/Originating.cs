using System.Globalization;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
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

    public static IObservable<ICall> Ring(Dial dial, Node node) => Observable.Create<ICall>(observer =>
    {
        var leg = FollowedLeg.NotYetThere(
            new CallInfo(dial.Ref, dial.CallerNumber, dial.CallerName, dial.Destination, node.Now, dial.Variables),
            node);
        var answer = Send(dial, node).Replay(1).AutoConnect(0);
        var given = false;
        var waiting = answer.Subscribe(result =>
        {
            if (result.Success)
            {
                given = true;
                observer.OnNext(leg);
                observer.OnCompleted();
            }
            else
            {
                observer.OnError(new DialFailedException(new HangupCause(result.ErrorMessage ?? ""), result.Body.Trim()));
            }
        }, error => observer.OnError(new DialFailedException(new HangupCause("NETWORK_OUT_OF_ORDER"), error.Message)));
        return () =>
        {
            waiting.Dispose();
            if (!given)
            {
                leg.Dispose();
                Stop(dial, node, answer);
            }
        };
    });

    static IObservable<BackgroundJobResult> Send(Dial dial, Node node) => Observable.Defer(() => node.Inbound.Send(
        new BgApi($"originate {Write(dial, node.Options)} &park()") { Timeout = dial.RingTime + Grace }));

    /// <summary>
    /// Nobody wants the leg any more. It may not be there yet, may be ringing, or may just have been answered: it is ended until
    /// FreeSWITCH says that the attempt is over.
    /// </summary>
    static void Stop(Dial dial, Node node, IObservable<BackgroundJobResult> answer) => Observable
        .Timer(TimeSpan.Zero, NotThereYet, node.Scheduler)
        .TakeUntil(answer.Where(result => !result.Success).Materialize())
        .Take(4)
        .Subscribe(_ => node.Forget(node.Api($"uuid_kill {dial.Ref.Id} {HangupCause.OriginatorCancel}")));

    /// <summary>
    /// park_timeout: an operator whose service died between the answer and the bridge is not left in silence.
    /// ignore_early_media: a ringing tone is not an answer.
    /// </summary>
    static string Write(Dial dial, FreeSwitchOptions options)
    {
        var variables = dial.Variables
            .Add("origination_uuid", dial.Ref.Id)
            .Add("origination_caller_id_number", dial.CallerNumber)
            .Add("origination_caller_id_name", dial.CallerName)
            .Add("originate_timeout", Seconds(dial.RingTime))
            .Add("ignore_early_media", "true")
            .Add("park_timeout", $"{Seconds(options.ParkTime)}:NORMAL_CLEARING");
        return $"{{{string.Join(',', variables.Select(variable => $"{variable.Key}='{variable.Value}'"))}}}{dial.Destination}";
    }

    static string Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
