using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>
/// Two legs on their way to each other, and then in conversation. <c>uuid_bridge</c> takes both out of what they do:
/// each ends its applications and goes through CS_HIBERNATE and CS_RESET before they meet.
/// </summary>
sealed class Bridge
{
    bool originatorIsHere;
    bool originateeIsHere;
    bool isOver;

    Bridge(Channel originator, Channel originatee) => (Originator, Originatee) = (originator, originatee);

    public Channel Originator { get; }

    public Channel Originatee { get; }

    public bool IsJoined { get; private set; }

    public Channel Other(Channel leg) => leg == Originator ? Originatee : Originator;

    public static void Join(Channel originator, Channel originatee)
    {
        originator.Bridge?.Leave(originator);
        originatee.Bridge?.Leave(originatee);
        BridgeVariables.Arrange(originator, originatee);
        originator.Bridge = originatee.Bridge = new Bridge(originator, originatee);
        Call(originator);
        Call(originatee);
    }

    /// <summary>A leg has ended what it did.</summary>
    public void Arrived(Channel leg)
    {
        leg.Run(ChannelState.Hibernate);
        leg.State = ChannelState.Reset;
        leg.Run(ChannelState.Reset);
        if (leg == Originator)
        {
            leg.State = ChannelState.SoftExecute;
            leg.Run(ChannelState.SoftExecute);
            originatorIsHere = true;
        }
        else
        {
            originateeIsHere = true;
        }

        if (!Other(leg).IsUp)
        {
            leg.Switch.After(TimeSpan.Zero, () => FailedFor(leg));
        }
        else if (originatorIsHere && originateeIsHere)
        {
            leg.Switch.After(leg.Switch.Options.BridgeDelay, Meet);
        }
    }

    /// <summary>A leg has been hung up, and nothing runs on it any more.</summary>
    public void LegHungUp(Channel leg)
    {
        if (leg.Bridge != this)
        {
            return;
        }

        leg.Bridge = null;
        var other = Other(leg);
        if (isOver)
        {
            HangingUp.Conclude(leg);
        }
        else if (!IsJoined)
        {
            HangingUp.Conclude(leg);
            var otherWaits = leg == Originator ? originateeIsHere : originatorIsHere;
            if (otherWaits)
            {
                FailedFor(other);
            }
        }
        else if (leg == Originator)
        {
            End();
            if (other.Variables.IsTrue("park_after_bridge"))
            {
                AfterBridge.Park(other);
            }
            else
            {
                HangingUp.Hangup(other, Cause.NormalClearing);
            }

            Unbridge(other.HangupCause);
            HangingUp.Conclude(leg);
        }
        else
        {
            End();
            Unbridge(leg.HangupCause);
            AfterBridge.GoOn(Originator, leg.HangupCause!);
            HangingUp.Conclude(leg);
        }
    }

    /// <summary>Both legs are taken away, each to something else.</summary>
    public void Part()
    {
        End();
        Unbridge(null);
        Originator.Bridge = Originatee.Bridge = null;
    }

    /// <summary>A leg is taken away to something else, which ends the conversation, and the other leg if it does not park.</summary>
    public void Leave(Channel leg)
    {
        leg.Bridge = null;
        if (!IsJoined || isOver)
        {
            return;
        }

        End();
        var other = Other(leg);
        if (other.Variables.IsTrue("park_after_bridge"))
        {
            Unbridge(null);
            AfterBridge.Park(other);
            return;
        }

        HangingUp.Hangup(other, Cause.NormalClearing);
        Unbridge(other.HangupCause);
    }

    /// <summary>The caller's connection has ended with <c>socket_resume</c>: the conversation is cut, the dialplan goes on.</summary>
    public void Cut(Channel leg)
    {
        Leave(leg);
        leg.Switch.After(TimeSpan.Zero, () => Lifecycle.Next(leg));
    }

    static void Call(Channel leg)
    {
        leg.State = ChannelState.Hibernate;
        if (leg.Execution.IsIdle)
        {
            leg.Switch.After(TimeSpan.Zero, () => Lifecycle.Next(leg));
        }
        else
        {
            leg.Execution.Wake();
        }
    }

    void Meet()
    {
        if (isOver || !Originator.IsUp || !Originatee.IsUp || Originator.Bridge != this || Originatee.Bridge != this)
        {
            return;
        }

        Originatee.State = ChannelState.SoftExecute;
        Originatee.Run(ChannelState.SoftExecute);
        Originator.Variables["uuid_bridge"] = null;
        Originator.Fire(EventKind.ExecuteBridge, Header.Of(HeaderName.Application, "uuid_bridge"), Header.Of(HeaderName.ApplicationData, Originatee.Id));
        Originatee.Fire(EventKind.ExecuteBridge, Header.Of(HeaderName.Application, "uuid_bridge"), Header.Of(HeaderName.ApplicationData, Originator.Id));
        BridgeVariables.Met(Originator, Originatee);
        Originator.Fire(EventKind.Bridge, Sides, []);
        BridgeVariables.Joined(Originator, Originatee);
        Originatee.State = ChannelState.ExchangeMedia;
        Originatee.Run(ChannelState.ExchangeMedia);
        IsJoined = true;
        ShowEachOther();
        Originator.Party.Bridged(Originator);
        Originatee.Party.Bridged(Originatee);
        Originator.Execution.Wake();
        Originatee.Execution.Wake();
    }

    /// <summary>Each telephone is shown whom it talks with now.</summary>
    void ShowEachOther()
    {
        foreach (var leg in (ReadOnlySpan<Channel>)[Originator, Originatee])
        {
            var shown = leg == Originator ? leg.Profile.CalleeIdNumber : leg.Profile.CallerIdNumber;
            leg.Fire(
                EventKind.DisplayUpdate,
                [
                    Header.Of(HeaderName.Direction, "SEND"),
                    Header.Of(HeaderName.SentName, shown),
                    Header.Of(HeaderName.SentNumber, shown),
                    Header.Of(HeaderName.BridgedTo, Other(leg).Id),
                ],
                []);
        }
    }

    void FailedFor(Channel leg)
    {
        if (!leg.IsUp)
        {
            // Hung up as well: its own end is on the way.
            return;
        }

        End();
        leg.Bridge = null;
        AfterBridge.NeverMet(leg, Other(leg), isOriginator: leg == Originator);
    }

    void End()
    {
        isOver = true;
        IsJoined = false;
        foreach (var leg in (ReadOnlySpan<Channel>)[Originator, Originatee])
        {
            leg.Party.Unbridged(leg);
        }
    }

    void Unbridge(string? cause)
    {
        BridgeVariables.Parted(Originator, Originatee, cause);
        Originator.Fire(EventKind.Unbridge, Sides, []);
    }

    Header[] Sides => [Header.Of(HeaderName.BridgeA, Originator.Id), Header.Of(HeaderName.BridgeB, Originatee.Id)];
}
