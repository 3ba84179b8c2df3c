using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Commands;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.People;

/// <summary>An operator with a telephone. One call at a time: a second one finds it busy.</summary>
public sealed class SimulatedOperator
{
    /// <summary>Where all telephones are registered.</summary>
    internal const string Domain = "127.0.0.1";

    readonly SimulatedFreeSwitch freeSwitch;
    Func<OperatorBehaviour> behaviour = () => new OperatorBehaviour();
    Channel? leg;

    internal SimulatedOperator(SimulatedFreeSwitch freeSwitch, string number) => (this.freeSwitch, Number) = (freeSwitch, number);

    public string Number { get; }

    /// <summary>Whether the lamp is lit that tells of messages.</summary>
    public bool IsLampLit { get; private set; }

    /// <summary>What the telephone was told of messages, such as <c>1/3 (0/0)</c> for one new and three old ones; null when nothing.</summary>
    public string? Messages { get; private set; }

    public bool IsRegistered { get; private set; } = true;

    /// <summary>Whether a call rings or is in progress.</summary>
    public bool IsBusy => leg is not null;

    public bool IsTalking => leg?.Bridge is { IsJoined: true };

    /// <summary>How many times the telephone has rung.</summary>
    public int Rung { get; private set; }

    /// <summary>How many calls were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>How many conversations there were.</summary>
    public int Conversations { get; private set; }

    /// <summary>Answers each call after this time, and talks until the caller hangs up unless told otherwise.</summary>
    public SimulatedOperator Answers(TimeSpan after) => Behaves(now => now with { Outcome = OperatorOutcome.Answers, After = after });

    /// <summary>Presses "reject" after this time.</summary>
    public SimulatedOperator Rejects(TimeSpan after) => Behaves(now => now with { Outcome = OperatorOutcome.Rejects, After = after });

    /// <summary>Is busy with something the switch does not know of.</summary>
    public SimulatedOperator SaysBusy() => Behaves(now => now with { Outcome = OperatorOutcome.Busy });

    /// <summary>Lets it ring.</summary>
    public SimulatedOperator NeverAnswers() => Behaves(now => now with { Outcome = OperatorOutcome.NeverAnswers });

    /// <summary>Hangs up after having talked for so long.</summary>
    public SimulatedOperator Talks(TimeSpan time) => Behaves(now => now with { Talk = time });

    /// <summary>Decides anew at each call.</summary>
    public SimulatedOperator Behaves(Func<OperatorBehaviour> decide)
    {
        behaviour = decide;
        return this;
    }

    /// <summary>The telephone has no connection to the switch.</summary>
    public SimulatedOperator Unregisters()
    {
        IsRegistered = false;
        return this;
    }

    /// <summary>The telephone has lost power, and the switch ends its conversation, since it hears nothing of it any more.</summary>
    public SimulatedOperator Dies()
    {
        Unregisters();
        if (leg is { IsAnswered: true } channel)
        {
            HangingUp.Hangup(channel, Cause.MediaTimeout);
        }

        return this;
    }

    /// <summary>It is back, and asks for its messages.</summary>
    public SimulatedOperator Registers()
    {
        IsRegistered = true;
        freeSwitch.Fire(EventKind.MessageQuery, [Header.Of(HeaderName.MessageAccount, $"sip:{PresenceId}")]);
        return this;
    }

    /// <summary>Dials a number: another operator, a service number (<c>*…</c>), or a number of the call center.</summary>
    public SimulatedCaller Dials(string number) => SimulatedCaller.Dial(freeSwitch, this, number);

    /// <summary>Somebody calls this telephone past the call center, as the dialplan's <c>bridge</c> would, and talks until it is put down.</summary>
    public void IsCalledByAnother()
    {
        var request = OriginateRequest.Parse($"{{origination_caller_id_number=5555}}user/{Number} &echo()")!;
        if (DialledParty.Find(freeSwitch, request.Destination, out _) is { } dialled)
        {
            new OutboundLeg(freeSwitch, dialled, request, _ => { }).Ring();
        }
    }

    /// <summary>Presses keys now, one every 100 ms.</summary>
    public void Presses(string keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            freeSwitch.After(i * TimeSpan.FromMilliseconds(100), () =>
            {
                if (leg is { } channel)
                {
                    KeyPresses.Press(channel, key);
                }
            });
        }
    }

    /// <summary>Puts the receiver down.</summary>
    public void HangsUp()
    {
        if (leg is { } channel)
        {
            HangingUp.ByParty(channel);
        }
    }

    internal void Notify(bool isLit, string messages)
    {
        if (IsRegistered)
        {
            (IsLampLit, Messages) = (isLit, messages);
        }
    }

    /// <summary>As the directory has it.</summary>
    internal string PresenceId => $"{Number}@{Domain}";

    internal void Holds(Channel channel) => leg = channel;

    internal OperatorBehaviour Ring(Channel channel)
    {
        leg = channel;
        Rung++;
        return behaviour();
    }

    internal void Took(TimeSpan? talk)
    {
        Taken++;
        this.talk = talk;
    }

    internal void Bridged(Channel channel)
    {
        Conversations++;
        if (talk is { } time)
        {
            freeSwitch.After(time, () =>
            {
                if (leg == channel)
                {
                    HangsUp();
                }
            });
        }
    }

    internal void Free(Channel channel)
    {
        if (leg == channel)
        {
            leg = null;
        }
    }

    TimeSpan? talk;

    SimulatedOperator Behaves(Func<OperatorBehaviour, OperatorBehaviour> change)
    {
        var changed = change(behaviour());
        behaviour = () => changed;
        return this;
    }
}
