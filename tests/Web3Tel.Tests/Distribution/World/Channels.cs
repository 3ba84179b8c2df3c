using System.Collections.Immutable;
using System.Reactive.Concurrency;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>The calls that live on the exchange: how they are kept when they are in no conversation, and how they end.</summary>
sealed class Channels(HistoricalScheduler clock, Habits habits, Faults faults)
{
    static readonly HangupCause MediaTimeout = new("MEDIA_TIMEOUT");

    readonly Dictionary<CallRef, Channel> _channels = [];

    readonly Dictionary<string, DateTimeOffset> _endedByService = [];

    /// <summary>The service has just ended a call of the phone, in the middle of a step: it hears that it is so in the next one.</summary>
    public bool IsJustEndedByService(string phone) => _endedByService.TryGetValue(phone, out var at) && at == clock.Now;

    /// <summary>Called for each that has ended, before anybody else hears of it.</summary>
    public Action<Channel> Ended { get; set; } = _ => { };

    /// <summary>When calls ended without a word to the service.</summary>
    public Dictionary<CallRef, DateTimeOffset> Unheard { get; } = [];

    /// <summary>What brings a caller to the service again whose agent has hung up.</summary>
    public Action<Channel> ComeBack { get; set; } = _ => { };

    /// <summary>What brings a caller to the service again whose agent's phone was lost.</summary>
    public Action<Channel> Return { get; set; } = _ => { };

    /// <summary>Phones that were lost in a conversation with a caller who was to go on.</summary>
    public int PhonesLost { get; private set; }

    public IEnumerable<Channel> Alive => _channels.Values;

    public Channel? Find(CallRef call) => _channels.GetValueOrDefault(call);

    public void Add(Channel channel) => _channels.Add(channel.Ref, channel);

    /// <summary>Ends if it is in no conversation by then.</summary>
    public void Park(Channel leg, TimeSpan time)
    {
        leg.KeptUntil = clock.Now + time;
        clock.Schedule(time, () => FreeIfParked(leg));
    }

    public void Listen(Channel leg, CallRef to)
    {
        leg.KeptUntil = DateTimeOffset.MaxValue;
        leg.ListensTo = Find(to);
        if (leg.ListensTo is null)
        {
            HangUp(leg, HangupCause.NormalClearing, HungUpBy.Unknown);
        }
    }

    public void HangUp(Channel channel, HangupCause cause, HungUpBy by)
    {
        if (!channel.Alive)
        {
            return;
        }

        if (by == HungUpBy.Service && channel.Phone is { } phone)
        {
            _endedByService[phone] = clock.Now;
        }

        var peer = channel.Peer;
        if (peer is not null && habits.Chance(faults.EndUnheard))
        {
            (channel.EndsUnheard, peer.EndsUnheard) = (true, true);
        }

        channel.Peer = null;
        End(channel);
        Tell(channel, new CallEvent.HungUp(clock.Now, cause, by));
        if (peer is null)
        {
            return;
        }

        peer.Peer = null;
        Tell(peer, new CallEvent.Unbridged(clock.Now, channel.Ref));
        StayOrEnd(peer, cause);
    }

    /// <summary>Nothing is heard of the phone any more: the switch ends its call, and its conversation.</summary>
    public void Lose(Channel leg)
    {
        var caller = leg.Peer;
        HangUp(leg, MediaTimeout, HungUpBy.Peer);
        if (caller is { IsCaller: true, Alive: true, IsLost: true })
        {
            PhonesLost++;
        }
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

    /// <summary>What becomes of a channel whose conversation is over.</summary>
    public void StayOrEnd(Channel peer, HangupCause cause)
    {
        if (peer.ParksAfterBridge)
        {
            peer.KeptUntil = DateTimeOffset.MaxValue;
            return;
        }

        if (cause.IsOfLostPhone && peer is { IsCaller: true, OutlivesOther: true })
        {
            peer.Set(ImmutableDictionary<string, string>.Empty.Add(CallVariables.TalkEnded, cause.Name));
            (peer.ComesBack, peer.OutlivesOther, peer.EndsUnheard, peer.IsLost) = (false, false, false, true);
            clock.Schedule(habits.Between(0.01, 0.1), () => Return(peer));
            clock.Schedule(habits.About(60), () => HangUpUnlessTalking(peer));
            return;
        }

        if (peer is { IsCaller: true, ComesBack: true })
        {
            // Its end is a new story, and somebody hears of it.
            (peer.ComesBack, peer.EndsUnheard) = (false, false);
            clock.Schedule(habits.Between(0.01, 0.1), () => ComeBack(peer));
            return;
        }

        if (peer.IsCaller && peer.Connection is not null && habits.Chance(0.5))
        {
            // A dialplan without hangup_after_bridge: the caller stays until the service ends the call.
            return;
        }

        peer.IsEnding = true;
        clock.Schedule(TimeSpan.FromMilliseconds(10), () => HangUp(peer, cause, HungUpBy.Peer));
    }

    /// <summary>Without a word to whoever follows it: nobody does yet, or it is told otherwise.</summary>
    public void End(Channel channel)
    {
        channel.Alive = false;
        if (channel.EndsUnheard)
        {
            Unheard[channel.Ref] = clock.Now;
        }

        if (_channels.Remove(channel.Ref))
        {
            Ended(channel);
        }

        foreach (var listener in _channels.Values.Where(other => other.ListensTo == channel).ToArray())
        {
            HangUp(listener, HangupCause.NormalClearing, HungUpBy.Unknown);
        }
    }

    static void Tell(Channel channel, CallEvent happening)
    {
        if (!channel.EndsUnheard)
        {
            channel.Tell(happening);
        }
    }

    void FreeIfParked(Channel leg)
    {
        if (leg is { Alive: true, Peer: null } && clock.Now >= leg.KeptUntil)
        {
            HangUp(leg, HangupCause.NormalClearing, HungUpBy.Unknown);
        }
    }
}
