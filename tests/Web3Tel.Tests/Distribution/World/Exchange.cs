using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>A telephone exchange on virtual time: it lives on whatever becomes of the service.</summary>
sealed class Exchange(HistoricalScheduler clock, Habits habits, Faults faults)
{
    public const string Node = "fs1";

    static readonly TimeSpan ParkTimeout = TimeSpan.FromSeconds(2);

    readonly Dictionary<CallRef, Channel> _channels = [];

    public DateTimeOffset Now => clock.Now;

    /// <summary>The service that answers at the moment, if any.</summary>
    public Line? Service { get; set; }

    public IEnumerable<Channel> Alive => _channels.Values;

    /// <summary>Called for every bridge, before it is made.</summary>
    public Action<Channel, Channel> Bridging { get; set; } = (_, _) => { };

    /// <summary>Called for every phone that is about to ring.</summary>
    public Action<string> Ringing { get; set; } = _ => { };

    public Channel? Find(CallRef call) => _channels.GetValueOrDefault(call);

    public void After(TimeSpan delay, Action action) => clock.Schedule(delay, action);

    public ImmutableArray<LiveCall> Survey() =>
    [
        .. _channels.Values.Select(channel =>
            new LiveCall(channel.Ref, channel.Info.Arrived, channel.Peer?.Ref, channel.Info.Number, channel.Info.Name, channel.Info.Dialled)),
    ];

    /// <summary>Phones in calls that are not the service's.</summary>
    public ImmutableArray<string> PhonesInUse() => [.. _channels.Values.Where(channel => channel.IsOutside).Select(channel => channel.Phone!).Distinct()];

    /// <summary>The phone makes or takes a call past the service, for a while.</summary>
    public void CallOutside(string phone, TimeSpan time)
    {
        var info = new CallInfo(new CallRef(Node, habits.Id().ToString("D")), "", "", phone, Now, ImmutableDictionary<string, string>.Empty);
        var channel = new Channel(info, phone) { IsOutside = true };
        _channels.Add(channel.Ref, channel);
        TellOf(phone);
        After(time, () =>
        {
            End(channel);
            TellOf(phone);
        });
    }

    public Channel Call(string number)
    {
        var info = new CallInfo(
            new CallRef(Node, habits.Id().ToString("D")), number, "", "1000", Now, ImmutableDictionary<string, string>.Empty);
        var channel = new Channel(info, phone: null);
        _channels.Add(channel.Ref, channel);
        ToService(channel);
        return channel;
    }

    /// <summary>The dialplan: to the service if it is there, or a second of music and try again.</summary>
    public void ToService(Channel caller)
    {
        if (!caller.Alive || caller.Peer is not null || caller.Connection is not null)
        {
            return;
        }

        if (Service is { } service)
        {
            service.Arrive(caller);
        }
        else
        {
            After(TimeSpan.FromSeconds(1), () => ToService(caller));
        }
    }

    /// <summary>The service no longer hears of the caller; the call goes on in the dialplan.</summary>
    public void LoseConnection(Channel caller, TimeSpan returnsAfter)
    {
        if (caller.Connection is { } connection)
        {
            caller.Connection = null;
            connection.Tell(new CallEvent.Lost(Now, "The connection broke."));
            caller.Listeners.Remove(connection);
            After(returnsAfter, () => ToService(caller));
        }
    }

    public Action Ring(Line line, Dial dial, Action<Channel> answered, Action<HangupCause> failed)
    {
        var phone = dial.Destination;
        Ringing(phone);
        var info = new CallInfo(dial.Ref, dial.CallerNumber, dial.CallerName, phone, Now, dial.Variables);
        var leg = new Channel(info, phone);
        _channels.Add(leg.Ref, leg);
        var (after, failure) = habits.Phone(dial.RingTime);
        if (IsOfAgent(leg) && _channels.Values.Any(other => other.Phone == phone && other != leg))
        {
            failure = HangupCause.UserBusy;
        }

        After(after, () =>
        {
            if (!leg.Alive)
            {
                return;
            }

            if (failure is { } cause)
            {
                End(leg);
                failed(cause);
                return;
            }

            Park(leg, ParkTimeout);
            answered(leg);
            if (dial.Listening is { } listening)
            {
                Listen(leg, listening.Leg);
            }
        });
        return () => End(leg);
    }

    public IObservable<Reply> Carry(Channel channel, CallCommand command, IObservable<Reply> over)
    {
        switch (command)
        {
            case CallCommand.Answer:
                return Done(TimeSpan.FromMilliseconds(5)).Merge(over);
            case CallCommand.Play:
                return Done(TimeSpan.FromSeconds(3)).Merge(over);
            case CallCommand.Whisper whisper:
                Park(channel, TimeSpan.FromSeconds(3) + (whisper.Keep ?? ParkTimeout));
                return Done(TimeSpan.FromSeconds(3)).Merge(over);
            case CallCommand.PlayMusic:
                return over;
            case CallCommand.SetVariables set:
                channel.Set(set.Values);
                return Observable.Return(Reply.Done);
            case CallCommand.Part part:
                return Part(channel, part);
            case CallCommand.Consult consult:
                channel.ParksAfterBridge = true;
                return Bridge(channel, consult.Other).Merge(over);
            case CallCommand.Bridge bridge:
                Find(bridge.Other)?.ParksAfterBridge = false;
                return Bridge(channel, bridge.Other).Merge(over);
            case CallCommand.HangUp hangUp:
                HangUp(channel, hangUp.Cause, HungUpBy.Service);
                return Observable.Return(Reply.Done);
            default:
                throw new NotSupportedException(command.ToString());
        }
    }

    public void HangUp(Channel channel, HangupCause cause, HungUpBy by)
    {
        if (!channel.Alive)
        {
            return;
        }

        var peer = channel.Peer;
        channel.Peer = null;
        End(channel);
        channel.Tell(new CallEvent.HungUp(Now, cause, by));
        if (peer is null)
        {
            return;
        }

        peer.Peer = null;
        peer.Tell(new CallEvent.Unbridged(Now, channel.Ref));
        StayOrEnd(peer, cause);
    }

    /// <summary>What becomes of a channel whose conversation is over.</summary>
    void StayOrEnd(Channel peer, HangupCause cause)
    {
        if (peer.ParksAfterBridge)
        {
            peer.KeptUntil = DateTimeOffset.MaxValue;
            return;
        }

        if (peer.IsCaller && peer.Connection is not null && habits.Chance(0.5))
        {
            // A dialplan without hangup_after_bridge: the caller stays until the service ends the call.
            return;
        }

        peer.IsEnding = true;
        After(TimeSpan.FromMilliseconds(10), () => HangUp(peer, cause, HungUpBy.Peer));
    }

    /// <summary>The caller's patience is at its end.</summary>
    /// <returns>Whether the caller hung up.</returns>
    public bool HangUpUnlessTalking(Channel caller)
    {
        if (caller.Peer is not null || !caller.Alive)
        {
            return false;
        }

        HangUp(caller, HangupCause.NormalClearing, HungUpBy.Party);
        return true;
    }

    /// <summary>The service has died: connections are gone, conversations go on, those who wait go round the dialplan.</summary>
    public void Forsake()
    {
        Service?.Cut();
        Service = null;
        foreach (var channel in _channels.Values.ToArray())
        {
            channel.Listeners.Clear();
            if (channel.Connection is not null)
            {
                channel.Connection = null;
                channel.Forsaken = true;
                After(habits.Between(0.1, 1.5), () => ToService(channel));
            }
        }
    }

    void TellOf(string phone) => Service?.Uses(new PhoneUse(phone, Node, PhonesInUse().Contains(phone)));

    void End(Channel channel)
    {
        channel.Alive = false;
        _channels.Remove(channel.Ref);
        foreach (var listener in _channels.Values.Where(other => other.ListensTo == channel).ToArray())
        {
            HangUp(listener, HangupCause.NormalClearing, HungUpBy.Unknown);
        }
    }

    static bool IsOfAgent(Channel leg) => leg.Phone?.StartsWith("user/", StringComparison.Ordinal) == true;

    void Listen(Channel leg, CallRef to)
    {
        leg.KeptUntil = DateTimeOffset.MaxValue;
        leg.ListensTo = Find(to);
        if (leg.ListensTo is null)
        {
            HangUp(leg, HangupCause.NormalClearing, HungUpBy.Unknown);
        }
    }

    void Park(Channel leg, TimeSpan time)
    {
        leg.KeptUntil = Now + time;
        After(time, () => FreeIfParked(leg));
    }

    /// <summary>The agent's leg stays, and the caller goes round the dialplan to the service again.</summary>
    IObservable<Reply> Part(Channel caller, CallCommand.Part part)
    {
        if (caller.Peer is not { } leg || leg.Ref != part.Other || habits.Chance(faults.BridgeRefused))
        {
            return Observable.Return(new Reply(ReplyOutcome.Refused, "-ERR not in conversation"));
        }

        Unjoin(caller, leg);
        if (part.Keep == TimeSpan.Zero)
        {
            HangUp(leg, HangupCause.NormalClearing, HungUpBy.Service);
        }
        else
        {
            Park(leg, part.Keep);
            After(habits.About(200), () => HangUpUnlessTalking(leg));
        }

        var connection = caller.Connection;
        After(habits.Between(0.01, 0.1), () =>
        {
            if (caller.Connection == connection && caller.Peer is null)
            {
                LoseConnection(caller, TimeSpan.Zero);
                ToService(caller);
            }
        });
        After(habits.About(120), () => HangUpUnlessTalking(caller));
        return Observable.Return(Reply.Done);
    }

    void Unjoin(Channel one, Channel other)
    {
        one.Peer = null;
        other.Peer = null;
        one.Tell(new CallEvent.Unbridged(Now, other.Ref));
        other.Tell(new CallEvent.Unbridged(Now, one.Ref));
    }

    /// <summary>Out of the conversation before, to go into another.</summary>
    void Leave(Channel channel)
    {
        if (channel.Peer is { } peer)
        {
            Unjoin(channel, peer);
            StayOrEnd(peer, HangupCause.NormalClearing);
        }
    }

    void FreeIfParked(Channel leg)
    {
        if (leg is { Alive: true, Peer: null } && Now >= leg.KeptUntil)
        {
            HangUp(leg, HangupCause.NormalClearing, HungUpBy.Unknown);
        }
    }

    IObservable<Reply> Bridge(Channel caller, CallRef other)
    {
        if (Find(other) is not { } leg)
        {
            return Observable.Return(new Reply(ReplyOutcome.Refused, "-ERR No such channel!"));
        }

        if (caller.IsCaller)
        {
            Bridging(caller, leg);
        }

        if (habits.Chance(faults.BridgeRefused))
        {
            return Observable.Return(new Reply(ReplyOutcome.Refused, "-ERR Invalid uuid"));
        }

        // Carried out whether or not anybody still waits for the reply.
        var reply = new AsyncSubject<Reply>();
        caller.BridgeUnderWay = true;
        After(TimeSpan.FromMilliseconds(50), () =>
        {
            caller.BridgeUnderWay = false;
            if (caller.Alive && leg.Alive)
            {
                Join(caller, leg);
                reply.OnNext(habits.Chance(faults.BridgeUnheard) ? new Reply(ReplyOutcome.TimedOut) : Reply.Done);
                reply.OnCompleted();
            }
        });
        return reply;
    }

    void Join(Channel caller, Channel leg)
    {
        Leave(caller);
        Leave(leg);
        caller.Peer = leg;
        leg.Peer = caller;
        caller.EverTalked = true;
        leg.EverTalked = true;
        caller.Tell(new CallEvent.Bridged(Now, leg.Ref));
        leg.Tell(new CallEvent.Bridged(Now, caller.Ref));
        var ender = habits.Chance(0.5) ? caller : leg;
        After(habits.About(faults.TalkSeconds), () =>
        {
            if (ender.Peer is not null)
            {
                HangUp(ender, HangupCause.NormalClearing, HungUpBy.Party);
            }
        });
    }

    IObservable<Reply> Done(TimeSpan after) => Observable.Timer(after, clock).Select(_ => Reply.Done);
}
