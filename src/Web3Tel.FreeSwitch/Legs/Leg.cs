using System.Diagnostics;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Nodes;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>A leg on one FreeSWITCH: events in, commands out, and every command ends at the latest with the leg.</summary>
abstract class Leg : ICall, IDisposable
{
    static readonly TimeSpan SecondTry = TimeSpan.FromMilliseconds(100);

    readonly CompositeDisposable subscriptions = [];
    Recorded? lastRecorded;

    protected Leg(CallInfo info, Node node)
    {
        Info = info;
        Node = node;
        Happened.End.Subscribe(_ =>
        {
            node.YoungBridges.Forget(info.Ref.Id);
            Dispose();
        });
    }

    public CallInfo Info { get; }

    public IObservable<CallEvent> Events => Happened.Stream;

    protected LegEvents Happened { get; } = new();

    protected Node Node { get; }

    protected string Id => Info.Ref.Id;

    /// <summary>The leg is in conversation, or about to be: what was played is over, and breaking it would break the conversation.</summary>
    protected bool InConversation { get; private set; }

    public IObservable<Reply> Do(CallCommand command) => Observable.Defer(() => Carry(command))
        .Merge(Happened.End.Select(end => new Reply(
            end is CallEvent.Lost ? ReplyOutcome.Disconnected : ReplyOutcome.CallEnded,
            end is CallEvent.Lost lost ? lost.Why : "the call has ended")))
        .Take(1);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends our view of the leg, not the leg.</summary>
    public void Retire(string why) => Happened.Say(new CallEvent.Lost(Node.Now, why));

    protected virtual void Dispose(bool disposing) => subscriptions.Dispose();

    protected void Keep(IDisposable subscription) => subscriptions.Add(subscription);

    /// <summary>Runs an api command where this leg's commands go.</summary>
    protected abstract IObservable<ApiResponse> Api(string command);

    /// <summary>Runs an application on the leg; null where its end would not be seen.</summary>
    protected abstract IObservable<ApplicationResult>? Execute(Execute application);

    /// <summary>Where the leg came from in the dialplan, if it did.</summary>
    protected abstract DialplanPlace? Place { get; }

    protected void Say(EventMessage message)
    {
        if (EventMapping.ToCallEvent(message, Node.Name, () => Node.Now) is { } happened)
        {
            InConversation = happened switch
            {
                CallEvent.Bridged => true,
                CallEvent.Unbridged => false,
                _ => InConversation,
            };
            if (happened is CallEvent.HungUp)
            {
                lastRecorded = RecordVariables.Read(message);
            }

            if (happened is CallEvent.Bridged)
            {
                Node.YoungBridges.Begin(Id);
            }

            Happened.Say(happened);
        }
    }

    /// <summary>Asks FreeSWITCH whether the leg lives; one that does not has ended without our having heard.</summary>
    protected void EndIfGone() => Keep(Node.Exists(Id).Where(lives => !lives).Subscribe(_ => Happened.Say(Node.Ended())));

    IObservable<Reply> Carry(CallCommand command) => command switch
    {
        CallCommand.Answer => Run(new Execute("answer") { Uuid = Id, EventLock = true }, result => result.ToReply()),
        CallCommand.Play play => Playing(SoundApplication.Of(play.Source), isLocked: true),
        CallCommand.PlayMusic music => Playing(SoundApplication.Of(music.Source), isLocked: false),
        CallCommand.Record record => Recording(record),
        CallCommand.PlayRecording play => Carry(new CallCommand.Play(PathOf(play.Path))),
        CallCommand.SetVariables variables => variables.Values
            .Select(variable => Api($"uuid_setvar {Id} {variable.Key} {variable.Value}").ToReply())
            .Merge()
            .Aggregate(Reply.Done, (worst, reply) => worst.IsDone ? reply : worst),
        CallCommand.Whisper whisper => Whisper(whisper),
        CallCommand.Part part => Node.YoungBridges.Spare(Id, part.Other.Id, () => Part(part)),
        CallCommand.Consult consult => Node.YoungBridges.Spare(Id, consult.Other.Id, () => Consult(consult)),
        CallCommand.Bridge bridge => Node.YoungBridges.Spare(Id, bridge.Other.Id, () => Bridge(bridge)),
        CallCommand.Mask mask => Api(MaskOf(Id, mask.Path, mask.On)).ToReply(),
        CallCommand.EndRecording end => Api(StopOf(Id, end.Path)).ToReply(),
        CallCommand.HangUp hangUp => Api($"uuid_kill {Id} {hangUp.Cause}").ToReply(),
        _ => throw new UnreachableException($"No mapping for {command.GetType().Name}."),
    };

    /// <summary>
    /// That the call has ended is said by its end (<see cref="Do"/>), not by the application that ends with it: FreeSWITCH says CHANNEL_HANGUP first and
    /// who hung up with CHANNEL_HANGUP_COMPLETE. A flow that heard of it in between would go on, and a caller who hangs up in the greeting would join the queue.
    /// </summary>
    IObservable<Reply> Run(Execute application, Func<IObservable<ApplicationResult>, IObservable<Reply>> toReply) =>
        Execute(application) is { } result
            ? toReply(result).Where(reply => reply.Outcome != ReplyOutcome.CallEnded)
            : Observable.Return(new Reply(ReplyOutcome.Refused, $"{application.Application} needs the call's own connection."));

    string PathOf(string recording) => $"{Node.Options.Recordings}/{recording}";

    /// <summary>
    /// One after another: what was recorded before is forgotten, the caller is recorded, and keys mean nothing to FreeSWITCH again. When the call
    /// ends, only its last event says how much there is.
    /// </summary>
    IObservable<Reply> Recording(CallCommand.Record record) => Observable.Defer(() =>
    {
        var prepared = Run(new Execute("multiset", RecordVariables.Before) { Uuid = Id, EventLock = true }, result => result.ToReply());
        var recorded = Stoppable(Run(
            new Execute("record", RecordVariables.Arguments(PathOf(record.Path), record)) { Uuid = Id, EventLock = true, Timeout = Timeout.InfiniteTimeSpan },
            result => result.ToRecordReply()));
        var after = Run(new Execute("multiset", RecordVariables.After) { Uuid = Id, EventLock = true }, result => result.ToReply());
        return prepared.Where(reply => reply.Outcome == ReplyOutcome.Refused)
            .Merge(recorded)
            .Merge(after.IgnoreElements())
            .Merge(Happened.End.OfType<CallEvent.HungUp>().Select(_ => new Reply(ReplyOutcome.CallEnded, "the call has ended") { Recorded = lastRecorded }));
    });

    IObservable<Reply> Playing(SoundApplication sound, bool isLocked) => Stoppable(Run(
        new Execute(sound.Name, sound.Data) { Uuid = Id, EventLock = isLocked, Timeout = Timeout.InfiniteTimeSpan }, result => result.ToPlaybackReply()));

    /// <summary>Whoever stops listening before the end wants silence.</summary>
    IObservable<Reply> Stoppable(IObservable<Reply> playing) => Observable.Create<Reply>(observer =>
    {
        var over = false;
        var subscription = playing.Do(_ => over = true).Subscribe(observer);
        return () =>
        {
            subscription.Dispose();
            if (!over && !InConversation && !Happened.HasEnded)
            {
                Node.Forget(Api($"uuid_break {Id}"));
            }
        };
    });

    /// <summary>
    /// The leg is sent through a dialplan of its own, which plays and parks again: that it is parked is heard over the node's connection,
    /// as the end of a playback is not. A service that dies meanwhile leaves it to its park_timeout.
    /// </summary>
    IObservable<Reply> Whisper(CallCommand.Whisper whisper) => Observable.Defer(() => Node.Follow(Id)
        .Where(message => message.EventName == EventName.ChannelPark)
        .Select(_ => Reply.Done)
        .Merge(Send($"uuid_transfer {Id} {ParkedLeg.Playing([whisper.Source, .. whisper.Then], whisper.Keep ?? Node.Options.ParkTime)} inline").Where(reply => !reply.IsDone)));

    /// <summary>It is the other leg that is recorded: it ends with the consultation, in whatever way that ends, unless the caller is handed over to it.</summary>
    IObservable<Reply> Consult(CallCommand.Consult consult) => Joined(consult.Other, () =>
    {
        if (consult.RecordTo is { } path)
        {
            Record(consult.Other.Id, path, consult.Sides, consult.Masked);
        }

        return new[]
        {
            Send($"uuid_setvar {Id} park_after_bridge true"),
            Send($"uuid_bridge {Id} {consult.Other.Id}"),
        }.Concat();
    }).Do(reply => EndUnjoined(consult.Other.Id, consult.RecordTo, reply));

    /// <summary>
    /// All of it is written at once, so that no death of the service comes between: either FreeSWITCH gets the bridge with what makes
    /// it safe, or nothing. The recording of two who were not joined ends: it would go on beside the next one, and know of no pause.
    /// </summary>
    IObservable<Reply> Bridge(CallCommand.Bridge bridge) => Joined(bridge.Other, () => Begin(bridge)).Do(reply =>
    {
        if (!reply.IsDone)
        {
            Node.Forget(Api($"uuid_setvar_multi {Id} {BridgeVariables.ForCallerStillWaiting}"));
        }

        EndUnjoined(Id, bridge.RecordTo, reply);
    });

    void EndUnjoined(string leg, string? recordedTo, Reply reply)
    {
        if (recordedTo is { } path && reply.Outcome is ReplyOutcome.Refused or ReplyOutcome.TimedOut)
        {
            Node.Forget(Api(StopOf(leg, path)));
        }
    }

    /// <summary>Done when FreeSWITCH says that the two are bridged; a refusal or silence is an end too.</summary>
    IObservable<Reply> Joined(CallRef other, Func<IObservable<Reply>> begin) => Observable.Create<Reply>(observer =>
    {
        InConversation = true;
        var bridged = Happened.Stream.OfType<CallEvent.Bridged>().Where(happened => happened.With == other).Select(_ => Reply.Done);
        var late = Observable.Timer(Node.Options.BridgeTime, Node.Scheduler)
            .Select(_ => new Reply(ReplyOutcome.TimedOut, $"not bridged within {Node.Options.BridgeTime.TotalSeconds} s"));
        var begun = begin().Where(reply => !reply.IsDone);
        return bridged.Merge(begun).Merge(late).Take(1).Do(reply =>
        {
            if (!reply.IsDone)
            {
                InConversation = false;
                EndIfGone();
            }
        }).Subscribe(observer);
    });

    /// <summary>
    /// Both legs are sent on their ways by one command, which also ends their bridge. The way of this one is what was written into it
    /// when it was bridged; a recording goes on.
    /// </summary>
    /// <remarks>
    /// uuid_dual_transfer takes the partner of the leg it is given first, and whoever is second may see the bridge end before being on a
    /// way of its own. A caller would be hung up then (hangup_after_bridge, in 5 of 14 runs); so the other leg is given, for which
    /// park_after_bridge makes it all the same.
    /// </remarks>
    IObservable<Reply> Part(CallCommand.Part part) => WayBack().SelectMany(way =>
    {
        if (way is not { } place)
        {
            return Observable.Return(new Reply(ReplyOutcome.Refused, "it is not known where in the dialplan the call came from"));
        }

        // The other leg is parked even if it is to end: were it hung up, this one could see that before it is on its own way, and end too.
        var keep = part.Keep > TimeSpan.Zero ? part.Keep : TimeSpan.FromSeconds(1);
        var parted = new[]
        {
            Send($"uuid_setvar_multi {Id} {BridgeVariables.ForParted}"),
            Send($"uuid_setvar_multi {part.Other.Id} park_after_bridge=true;park_timeout={ParkedLeg.Timeout(keep)}"),
            Send($"uuid_dual_transfer {part.Other.Id} park:/inline {place.Extension}/{place.Dialplan}/{place.Context}"),
        }.Concat().TakeLast(1);
        return parted.Do(reply =>
        {
            if (reply.IsDone && part.Keep == TimeSpan.Zero)
            {
                Node.Forget(Node.Api($"uuid_kill {part.Other.Id} NORMAL_CLEARING"));
            }
        });
    }).Catch((Exception error) => Observable.Return(new Reply(ReplyOutcome.Disconnected, error.Message)));

    /// <summary>A caller's, as written when bridged, or that of somebody we have called; null for neither.</summary>
    IObservable<DialplanPlace?> WayBack() => new[] { "transfer_after_bridge", BridgeVariables.ComesBackTo }
        .Select(variable => Api($"uuid_getvar {Id} {variable}").Select(answer => DialplanPlace.Read(answer.Body.Trim())))
        .Concat()
        .FirstOrDefaultAsync(place => place is not null);

    IObservable<Reply> Begin(CallCommand.Bridge bridge)
    {
        var sent = new List<IObservable<Reply>>();
        if (Place is { } place)
        {
            sent.Add(Send($"uuid_setvar_multi {Id} {BridgeVariables.ForCaller(place, bridge)}"));
            sent.Add(Send($"uuid_setvar_multi {bridge.Other.Id} {BridgeVariables.ForOperator(Info)}"));
        }

        if (bridge.RecordTo is { } path)
        {
            Record(Id, path, bridge.Sides, bridge.Masked);
        }

        sent.Add(Send($"uuid_bridge {Id} {bridge.Other.Id}"));
        return sent.Concat();
    }

    /// <summary>
    /// Two people who can talk are worth more than a recording: a failure is told, and the bridge goes on. It is tried twice, because
    /// FreeSWITCH 1.10.12 fails when two calls make the folder of the day at the same moment (seen).
    /// </summary>
    /// <remarks>One that begins with a pause is silent from its first sample: the order to be so is on the way before anything is said.</remarks>
    void Record(string leg, string path, RecordingSides sides, bool masked) => Keep(Start(leg, path, sides, masked)
        .SelectMany(first => first.Outcome != ReplyOutcome.Refused
            ? Observable.Return(first)
            : Observable.Timer(SecondTry, Node.Scheduler).SelectMany(_ => Start(leg, path, sides, masked)))
        .Where(reply => !reply.IsDone)
        .Subscribe(reply => Node.NotRecorded(leg, reply.Detail)));

    IObservable<Reply> Start(string leg, string path, RecordingSides sides, bool masked)
    {
        var started = Send($"uuid_record {leg} start {PathOf(path)}{RecordVariables.Of(sides)}");
        if (masked)
        {
            Node.Forget(Api(MaskOf(leg, path, on: true)));
        }

        return started;
    }

    string MaskOf(string leg, string path, bool on) => $"uuid_record {leg} {(on ? "mask" : "unmask")} {PathOf(path)}";

    string StopOf(string leg, string path) => $"uuid_record {leg} stop {PathOf(path)}";

    /// <summary>Sends at once; the answer is kept for whoever asks.</summary>
    IObservable<Reply> Send(string command) => Api(command).ToReply().Replay(1).AutoConnect(0);
}
