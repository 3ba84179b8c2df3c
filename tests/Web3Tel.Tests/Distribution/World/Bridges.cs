using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Conversations on the exchange: how two channels are joined and parted.</summary>
sealed class Bridges(HistoricalScheduler clock, Habits habits, Faults faults, Channels channels)
{
    /// <summary>Called for every bridge of a caller, before it is made.</summary>
    public Action<Channel, Channel> Bridging { get; set; } = (_, _) => { };

    public IObservable<Reply> Bridge(Channel caller, CallRef other)
    {
        if (channels.Find(other) is not { } leg)
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
        clock.Schedule(TimeSpan.FromMilliseconds(50), () =>
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

    /// <summary>The agent's leg stays, and the caller goes round the dialplan to the service again.</summary>
    /// <param name="goRound">What brings the caller there.</param>
    public IObservable<Reply> Part(Channel caller, CallCommand.Part part, Action goRound)
    {
        if (caller.Peer is not { } leg || leg.Ref != part.Other || habits.Chance(faults.BridgeRefused))
        {
            return Observable.Return(new Reply(ReplyOutcome.Refused, "-ERR not in conversation"));
        }

        Unjoin(caller, leg);
        if (part.Keep == TimeSpan.Zero)
        {
            channels.HangUp(leg, HangupCause.NormalClearing, HungUpBy.Service);
        }
        else
        {
            channels.Park(leg, part.Keep);
            clock.Schedule(habits.About(200), () => channels.HangUpUnlessTalking(leg));
        }

        var connection = caller.Connection;
        clock.Schedule(habits.Between(0.01, 0.1), () =>
        {
            if (caller.Connection == connection && caller.Peer is null)
            {
                goRound();
            }
        });
        clock.Schedule(habits.About(120), () => channels.HangUpUnlessTalking(caller));
        return Observable.Return(Reply.Done);
    }

    void Join(Channel caller, Channel leg)
    {
        Leave(caller);
        Leave(leg);
        caller.Peer = leg;
        leg.Peer = caller;
        (caller.EndsUnheard, leg.EndsUnheard) = (false, false);
        caller.EverTalked = true;
        caller.Set(ImmutableDictionary<string, string>.Empty.Add(CallVariables.TalkEnded, "none"));
        leg.EverTalked = true;
        caller.Tell(new CallEvent.Bridged(clock.Now, leg.Ref));
        leg.Tell(new CallEvent.Bridged(clock.Now, caller.Ref));
        var ender = habits.Chance(0.5) ? caller : leg;
        clock.Schedule(habits.About(faults.TalkSeconds), () =>
        {
            if ((leg.IsOfAgent ? leg : caller) is { Peer: not null, IsOfAgent: true } phone && faults.PhoneLost > 0 && habits.Chance(faults.PhoneLost))
            {
                channels.Lose(phone);
            }
            else if (ender.Peer is not null)
            {
                channels.HangUp(ender, HangupCause.NormalClearing, HungUpBy.Party);
            }
        });
    }

    /// <summary>Out of the conversation before, to go into another.</summary>
    void Leave(Channel channel)
    {
        if (channel.Peer is { } peer)
        {
            Unjoin(channel, peer);
            channels.StayOrEnd(peer, HangupCause.NormalClearing);
        }
    }

    void Unjoin(Channel one, Channel other)
    {
        one.Peer = null;
        other.Peer = null;
        one.Tell(new CallEvent.Unbridged(clock.Now, other.Ref));
        other.Tell(new CallEvent.Unbridged(clock.Now, one.Ref));
    }
}
