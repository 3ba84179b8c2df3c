using System.Reactive.Disposables;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.People;

/// <summary>Somebody who calls. Times count from the moment named; whatever has not happened by the end of the call does not happen.</summary>
public sealed class SimulatedCaller : IParty
{
    readonly SimulatedFreeSwitch freeSwitch;
    readonly List<(TimeSpan After, string Keys)> presses = [];
    readonly SerialDisposable patience = new();
    readonly SerialDisposable farewell = new();
    Channel? channel;
    TimeSpan? talk;
    TimeSpan? speech;
    (TimeSpan Length, string Keys, TimeSpan Stay)? message;
    DateTimeOffset answered;
    DateTimeOffset said;

    readonly SimulatedOperator? phone;

    SimulatedCaller(SimulatedFreeSwitch freeSwitch, string number, string name, SimulatedOperator? phone)
    {
        (this.freeSwitch, Number, Name, this.phone) = (freeSwitch, number, name, phone);
    }

    public string Number { get; }

    public string Name { get; }

    /// <summary>The call's Unique-ID.</summary>
    public string CallId => channel!.Id;

    public bool IsAnswered { get; private set; }

    /// <summary>Whether an operator is on the line now.</summary>
    public bool IsTalking { get; private set; }

    /// <summary>Whether an operator has ever been on the line.</summary>
    public bool HasTalked { get; private set; }

    public bool IsOver => HangupCause is not null;

    /// <summary>Why the call ended, or null while it lives.</summary>
    public string? HangupCause { get; private set; }

    /// <summary>Whether it was the caller who ended it.</summary>
    public bool HungUpFirst { get; private set; }

    /// <summary>A channel variable of the call, or null.</summary>
    public string? Variable(string name) => channel!.Variables[name];

    /// <summary>Presses keys, one every 100 ms, so long after the call has been answered.</summary>
    public SimulatedCaller PressesAfter(TimeSpan time, string keys)
    {
        if (IsAnswered)
        {
            Press(time, keys);
        }
        else
        {
            presses.Add((time, keys));
        }

        return this;
    }

    /// <summary>Presses keys now, one every 100 ms.</summary>
    public SimulatedCaller Presses(string keys)
    {
        Press(TimeSpan.Zero, keys);
        return this;
    }

    /// <summary>Puts the receiver down so long from now, whatever happens then.</summary>
    public SimulatedCaller HangsUpAfter(TimeSpan time)
    {
        freeSwitch.After(time, HangsUp);
        return this;
    }

    /// <summary>Puts the receiver down if no operator is on the line so long from now.</summary>
    public SimulatedCaller WaitsAtMost(TimeSpan time)
    {
        patience.Disposable = freeSwitch.After(time, () =>
        {
            if (!HasTalked)
            {
                HangsUp();
            }
        });
        return this;
    }

    /// <summary>Puts the receiver down after having talked with an operator for so long.</summary>
    public SimulatedCaller Talks(TimeSpan time)
    {
        talk = time;
        return this;
    }

    /// <summary>Says nothing more from so long after the answer on. Until then, and without this, the caller speaks all the time.</summary>
    public SimulatedCaller FallsSilentAfter(TimeSpan time)
    {
        speech = time;
        return this;
    }

    /// <summary>
    /// Speaks for so long whenever there was a beep, then presses these keys and puts the receiver down so long after. Whoever hears no beep, or is
    /// interrupted, stays on the line.
    /// </summary>
    public SimulatedCaller LeavesMessage(TimeSpan length, string keys = "", TimeSpan stay = default)
    {
        message = (length, keys, stay);
        return this;
    }

    public void HangsUp()
    {
        if (channel!.IsUp)
        {
            HungUpFirst = true;
            HangingUp.ByParty(channel);
        }
    }

    DateTimeOffset? IParty.SilentFrom => speech is { } time ? answered + time : null;

    void IParty.RecordingBegan(Channel leg)
    {
        if (message is { } left)
        {
            said = freeSwitch.Now + left.Length;
            Press(left.Length, left.Keys);
            farewell.Disposable = freeSwitch.After(left.Length + left.Stay, HangsUp);
        }
    }

    void IParty.RecordingEnded(Channel leg)
    {
        if (freeSwitch.Now < said)
        {
            farewell.Disposable = Disposable.Empty;
        }
    }

    void IParty.Answered(Channel leg)
    {
        IsAnswered = true;
        answered = freeSwitch.Now;
        presses.ForEach(press => Press(press.After, press.Keys));
    }

    void IParty.Bridged(Channel leg)
    {
        IsTalking = HasTalked = true;
        patience.Dispose();
        freeSwitch.Note($"{Number} talks with {leg.Bridge!.Other(leg).Profile.Destination}");
        if (talk is { } time)
        {
            freeSwitch.After(time, () =>
            {
                if (IsTalking)
                {
                    HangsUp();
                }
            });
        }
    }

    void IParty.Unbridged(Channel leg) => IsTalking = false;

    void IParty.HungUp(Channel leg, string cause)
    {
        IsTalking = false;
        HangupCause = cause;
        patience.Dispose();
        phone?.Free(leg);
        freeSwitch.Note($"{Number} is gone: {cause}{(HungUpFirst ? " (the caller hung up)" : "")}");
    }

    internal static SimulatedCaller Dial(SimulatedFreeSwitch freeSwitch, string from, string to, string name) =>
        Dial(new SimulatedCaller(freeSwitch, from, name, phone: null), to, "public");

    /// <summary>An operator's telephone that has proved who it is: the directory's variables of the user are on its call.</summary>
    internal static SimulatedCaller Dial(SimulatedFreeSwitch freeSwitch, SimulatedOperator phone, string to)
    {
        var caller = Dial(new SimulatedCaller(freeSwitch, phone.Number, "", phone), to, InternalDialplan.Context);
        phone.Holds(caller.channel!);
        caller.channel!.Variables["user_name"] = phone.Number;
        caller.channel.Variables[Channel.PresenceVariable] = phone.PresenceId;
        return caller;
    }

    static SimulatedCaller Dial(SimulatedCaller caller, string to, string context)
    {
        var (freeSwitch, from, name) = (caller.freeSwitch, caller.Number, caller.Name);
        var id = freeSwitch.NewUuid();
        var channelName = $"sofia/internal/{from}@127.0.0.1";
        caller.channel = new Channel(freeSwitch, id, channelName, "inbound", caller);
        freeSwitch.Channels.Add(caller.channel);
        var now = freeSwitch.MicroNow;
        var shown = name.Length > 0 ? name : from;
        var profile = new CallerProfile
        {
            Direction = "inbound",
            LogicalDirection = "inbound",
            Username = from,
            Dialplan = "XML",
            CallerIdName = shown,
            CallerIdNumber = from,
            OrigCallerIdName = shown,
            OrigCallerIdNumber = from,
            NetworkAddr = "127.0.0.1",
            Ani = from,
            Destination = to,
            UniqueId = id,
            Source = "mod_sofia",
            Context = context,
            ChannelName = channelName,
            Created = now,
            ChannelCreated = now,
        };
        freeSwitch.Note($"{from}{(name.Length > 0 ? $" ({name})" : "")} calls {to}");
        freeSwitch.After(TimeSpan.Zero, () => Lifecycle.Arrive(caller.channel, profile, name));
        return caller;
    }

    void Press(TimeSpan after, string keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            freeSwitch.After(after + (i * TimeSpan.FromMilliseconds(100)), () => KeyPresses.Press(channel!, key));
        }
    }
}
