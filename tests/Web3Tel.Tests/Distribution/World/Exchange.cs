using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>A telephone exchange on virtual time: it lives on whatever becomes of the service.</summary>
sealed class Exchange
{
    public const string Node = "fs1";

    readonly HistoricalScheduler _clock;
    readonly Habits _habits;
    readonly Faults _faults;

    public Exchange(HistoricalScheduler clock, Habits habits, Faults faults)
    {
        (_clock, _habits, _faults) = (clock, habits, faults);
        Channels = new Channels(clock, habits, faults)
        {
            ComeBack = ComeBack,
            Return = Return,
            Ended = channel =>
            {
                if (channel.IsOutside)
                {
                    TellOf(channel.Phone!);
                }
            },
        };
        Bridges = new Bridges(clock, habits, faults, Channels);
        Ringing = new Ringing(clock, habits, Channels, ToService);
    }

    public DateTimeOffset Now => _clock.Now;

    /// <summary>The service that answers at the moment, if any.</summary>
    public Line? Service { get; set; }

    public Channels Channels { get; }

    public Bridges Bridges { get; }

    public Ringing Ringing { get; }

    /// <summary>Called for an agent's own call, and for who was called and goes on to somebody else, before they are joined with the other.</summary>
    public Action<Channel, Channel> MeetsOutside { get; set; } = (_, _) => { };

    /// <summary>Called for who is asked, before the two are joined.</summary>
    public Action<Channel> Consulting { get; set; } = _ => { };

    /// <summary>Called for a caller whose agent's phone was lost, when the service has been told.</summary>
    public Action<Channel> Returned { get; set; } = _ => { };

    public void After(TimeSpan delay, Action action) => _clock.Schedule(delay, action);

    public ImmutableArray<LiveCall> Survey() =>
    [
        .. Channels.Alive.Select(channel =>
            new LiveCall(channel.Ref, channel.Info.Arrived, channel.Peer?.Ref, channel.Info.Number, channel.Info.Name, channel.Info.Dialled)
            {
                TalkEnded = channel.Peer is null ? HangupCause.Read(channel.Info.Variables.GetValueOrDefault(CallVariables.TalkEnded)) : null,
            }),
    ];

    /// <summary>Phones in calls that are not the service's.</summary>
    public ImmutableArray<string> PhonesInUse() => [.. Channels.Alive.Where(channel => channel.IsOutside).Select(channel => channel.Phone!).Distinct()];

    /// <summary>The phone makes or takes a call past the service, for a while.</summary>
    public void CallOutside(string phone, TimeSpan time)
    {
        var info = new CallInfo(new CallRef(Node, _habits.Id().ToString("D")), "", "", phone, Now, ImmutableDictionary<string, string>.Empty);
        var channel = new Channel(info, phone) { IsOutside = true };
        Channels.Add(channel);
        TellOf(phone);
        After(time, () => Channels.End(channel));
    }

    /// <summary>The phone, if it is free, dials a number outside, and the dialplan brings the call to the service.</summary>
    public void DialOut(string user, string number)
    {
        var phone = "user/" + user;
        if (Channels.Alive.Any(channel => channel.Phone == phone))
        {
            return;
        }

        var variables = ImmutableDictionary<string, string>.Empty.Add(CallVariables.Phone, user).Add(CallVariables.Outgoing, number);
        var channel = new Channel(new CallInfo(new CallRef(Node, _habits.Id().ToString("D")), user, "", number, Now, variables), phone) { IsOutside = true };
        Channels.Add(channel);
        TellOf(phone);
        ToService(channel);
        After(_habits.About(60), () => Channels.HangUpUnlessTalking(channel));
    }

    public Channel Call(string number)
    {
        var info = new CallInfo(
            new CallRef(Node, _habits.Id().ToString("D")), number, "", "1000", Now, ImmutableDictionary<string, string>.Empty);
        var channel = new Channel(info, phone: null);
        Channels.Add(channel);
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
            if (caller.IsLost)
            {
                caller.IsLost = false;
                Returned(caller);
            }
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

    public IObservable<Reply> Carry(Channel channel, CallCommand command, IObservable<Reply> over)
    {
        switch (command)
        {
            case CallCommand.Answer:
                return Done(TimeSpan.FromMilliseconds(5)).Merge(over);
            case CallCommand.Play play:
                return Done(TimeSpan.FromSeconds(3)).Do(_ => Hear(channel, play.Source)).Merge(over);
            case CallCommand.Whisper whisper:
                Channels.Park(channel, TimeSpan.FromSeconds(3) + (whisper.Keep ?? Ringing.ParkTimeout));
                return Done(TimeSpan.FromSeconds(3)).Do(_ => Hear(channel, whisper.Source)).Merge(over);
            case CallCommand.PlayMusic:
                return over;
            case CallCommand.SetVariables set:
                channel.Set(set.Values);
                return Observable.Return(Reply.Done);
            case CallCommand.Part part:
                return Bridges.Part(channel, part, goRound: () => GoRound(channel));
            case CallCommand.Consult consult:
                channel.ParksAfterBridge = true;
                if (Channels.Find(consult.Other) is { } asked)
                {
                    if (consult.RecordTo is { } file)
                    {
                        asked.Recordings[file] = consult.Masked;
                    }

                    Consulting(asked);
                }

                return Bridges.Bridge(channel, consult.Other).Merge(over);
            case CallCommand.EndRecording end:
                channel.Recordings.Remove(end.Path);
                return Observable.Return(Reply.Done);
            case CallCommand.Bridge bridge:
                Channels.Find(bridge.Other)?.ParksAfterBridge = false;
                (channel.ComesBack, channel.OutlivesOther) = (bridge.ComesBack, bridge.OutlivesOther);
                if (bridge.RecordTo is { } path)
                {
                    channel.Recordings[path] = bridge.Masked;
                }

                if (!channel.IsCaller && Channels.Find(bridge.Other) is { } called)
                {
                    MeetsOutside(channel, called);
                }

                return Bridges.Bridge(channel, bridge.Other).Do(reply => StopRecording(channel, bridge, reply)).Merge(over);
            case CallCommand.Mask mask:
                return Mask(channel, mask).Merge(over);
            case CallCommand.HangUp hangUp:
                Channels.HangUp(channel, hangUp.Cause, HungUpBy.Service);
                return Observable.Return(Reply.Done);
            default:
                throw new NotSupportedException(command.ToString());
        }
    }

    static void Hear(Channel channel, string source) => channel.NoticesHeard += source == Staffing.Notice ? 1 : 0;

    /// <summary>The recording of two who were not joined ends.</summary>
    static void StopRecording(Channel channel, CallCommand.Bridge bridge, Reply reply)
    {
        if (bridge.RecordTo is { } path && !reply.IsDone)
        {
            channel.Recordings.Remove(path);
        }
    }

    /// <summary>Carried out or not, and now and then nobody hears which.</summary>
    IObservable<Reply> Mask(Channel channel, CallCommand.Mask mask)
    {
        if (_habits.Chance(_faults.MaskFails) || !channel.Recordings.ContainsKey(mask.Path))
        {
            return Observable.Return(new Reply(ReplyOutcome.Refused, "-ERR Cannot mask recording session!"));
        }

        channel.Recordings[mask.Path] = mask.On;
        return _habits.Chance(_faults.MaskFails) ? Observable.Return(new Reply(ReplyOutcome.TimedOut)) : Done(TimeSpan.FromMilliseconds(5));
    }

    /// <summary>The service has died: connections are gone, conversations go on, those who wait go round the dialplan.</summary>
    public void Forsake()
    {
        Service?.Cut();
        Service = null;
        foreach (var channel in Channels.Alive.ToArray())
        {
            channel.Listeners.Clear();
            if (channel.Connection is not null)
            {
                channel.Connection = null;
                channel.Forsaken = true;
                After(_habits.Between(0.1, 1.5), () => ToService(channel));
            }
        }
    }

    void GoRound(Channel caller)
    {
        LoseConnection(caller, TimeSpan.Zero);
        ToService(caller);
    }

    void Return(Channel caller)
    {
        if (caller.Alive && caller.Peer is null)
        {
            GoRound(caller);
        }
    }

    /// <summary>Most of those who are asked give a mark, some hang up first.</summary>
    void ComeBack(Channel caller)
    {
        if (!caller.Alive || caller.Peer is not null)
        {
            return;
        }

        GoRound(caller);
        if (_habits.Chance(0.9))
        {
            After(_habits.Between(0, 10), () => caller.Tell(new CallEvent.Digit(Now, _habits.One(['1', '3', '5', '9']))));
        }

        After(_habits.About(60), () => Channels.HangUpUnlessTalking(caller));
    }

    void TellOf(string phone) => Service?.Uses(new PhoneUse(phone, Node, PhonesInUse().Contains(phone)));

    IObservable<Reply> Done(TimeSpan after) => Observable.Timer(after, _clock).Select(_ => Reply.Done);
}
