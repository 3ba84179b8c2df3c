using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Commands;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.People;

/// <summary>A leg that we make: it rings until it is answered, refused or given up, and then does what was asked.</summary>
sealed class OutboundLeg : IParty
{
    readonly SimulatedFreeSwitch freeSwitch;
    readonly DialledParty dialled;
    readonly OriginateRequest request;
    readonly Channel channel;
    Action<string>? reply;
    IDisposable? ringing;

    public OutboundLeg(SimulatedFreeSwitch freeSwitch, DialledParty dialled, OriginateRequest request, Action<string> reply)
    {
        (this.freeSwitch, this.dialled, this.request, this.reply) = (freeSwitch, dialled, request, reply);
        channel = new Channel(freeSwitch, request["origination_uuid"] ?? freeSwitch.NewUuid(), dialled.ChannelName, "outbound", this);
        freeSwitch.Channels.Add(channel);
    }

    bool IsLoopback => dialled.Endpoint == "loopback";

    public void Ring()
    {
        var now = freeSwitch.MicroNow;
        var number = request["origination_caller_id_number"] ?? request.Rest.ElementAtOrDefault(3) ?? "0000000000";
        channel.Profile = new CallerProfile
        {
            Direction = "outbound",
            LogicalDirection = "outbound",
            Dialplan = IsLoopback ? "xml" : "",
            CallerIdName = request["origination_caller_id_name"] ?? request.Rest.ElementAtOrDefault(2) ?? "",
            CallerIdNumber = number,
            OrigCallerIdName = request["origination_caller_id_name"] ?? "",
            OrigCallerIdNumber = number,
            CalleeIdName = "Outbound Call",
            CalleeIdNumber = IsLoopback ? "public" : dialled.Number,
            Ani = number,
            Destination = dialled.Number,
            UniqueId = channel.Id,
            Source = IsLoopback ? "mod_loopback" : "src/switch_ivr_originate.c",
            Context = IsLoopback ? "public" : "default",
            ChannelName = channel.Name,
            Created = now,
            ChannelCreated = now,
        };
        OutboundVariables.Invite(channel, dialled, request);
        channel.RunSilently(ChannelState.None);
        channel.State = ChannelState.Init;
        channel.Fire(EventKind.Outgoing);
        channel.Run(ChannelState.Init);
        channel.State = ChannelState.Routing;
        channel.Fire(EventKind.Create);
        channel.Fire(EventKind.Originate);
        channel.Run(ChannelState.Routing);
        channel.State = ChannelState.ConsumeMedia;
        channel.Run(ChannelState.ConsumeMedia);
        Meet(dialled.Operator.IsBusy ? new OperatorBehaviour { Outcome = OperatorOutcome.Busy } : dialled.Operator.Ring(channel));
    }

    void IParty.Answered(Channel leg)
    {
    }

    void IParty.Bridged(Channel leg) => dialled.Operator.Bridged(leg);

    void IParty.Unbridged(Channel leg)
    {
    }

    void IParty.HungUp(Channel leg, string cause)
    {
        ringing?.Dispose();
        dialled.Operator.Free(leg);
        Reply($"-ERR {cause}\n");
    }

    void Meet(OperatorBehaviour behaviour)
    {
        switch (behaviour.Outcome)
        {
            case OperatorOutcome.Answers:
                RingsFor(behaviour.After);
                After(behaviour.After, () => Answer(behaviour.Talk));
                break;
            case OperatorOutcome.Rejects:
                RingsFor(behaviour.After);
                After(behaviour.After, () => Refuse("CALL_REJECTED"));
                break;
            case OperatorOutcome.Busy:
                After(TimeSpan.Zero, () => Refuse("USER_BUSY"));
                break;
            case OperatorOutcome.NeverAnswers:
                RingsFor(request.RingTime);
                break;
        }

        ringing = freeSwitch.After(request.RingTime, () => HangingUp.Hangup(channel, "NO_ANSWER"));
    }

    void RingsFor(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            After(TimeSpan.Zero, () =>
            {
                Responded();
                channel.Profile = channel.Profile with { Progress = freeSwitch.MicroNow };
                channel.Fire(EventKind.Progress);
                channel.Set(CallState.Ringing);
            });
        }
    }

    void Answer(TimeSpan? talk)
    {
        dialled.Operator.Took(talk);
        Responded();
        if (!IsLoopback)
        {
            channel.Profile = channel.Profile with { CalleeIdName = dialled.Number };
        }

        Lifecycle.CodecsUp(channel);
        OutboundVariables.Answered(channel, dialled);
        channel.IsAnswered = true;
        ringing?.Dispose();
        channel.Profile = channel.Profile with { Answered = freeSwitch.MicroNow };
        channel.Fire(EventKind.Answer);
        channel.Set(CallState.Active);
        channel.Variables["endpoint_disposition"] = "ANSWER";
        FlipCallerId();
        if (dialled.PresenceId is not null)
        {
            // The leg of user/… is another's, which only now takes it for one of its own.
            channel.Fire(EventKind.Outgoing);
        }

        Reply($"+OK {channel.Id}\n");
        freeSwitch.After(TimeSpan.Zero, Execute);
    }

    /// <summary>The one called becomes the caller of what now runs on the leg.</summary>
    void FlipCallerId()
    {
        var profile = channel.Profile;
        channel.Variables["pre_transfer_caller_id_number"] = profile.CallerIdNumber;
        channel.Variables["channel_cid_flipped"] = "yes";
        channel.Profile = profile with
        {
            LogicalDirection = IsLoopback ? "inbound" : "outbound",
            CallerIdName = profile.CalleeIdName,
            CallerIdNumber = profile.CalleeIdNumber,
            CalleeIdName = profile.CallerIdName,
            CalleeIdNumber = profile.CallerIdNumber,
        };
        channel.HitDialplan = true;
        channel.Fire(EventKind.CallUpdate, [Header.Of(HeaderName.Direction, "RECV")], []);
    }

    void Execute()
    {
        if (!channel.IsUp)
        {
            return;
        }

        if (request.Application.Length == 0)
        {
            channel.Profile = channel.Profile with { Destination = request.Data };
            Lifecycle.Route(channel);
        }
        else
        {
            channel.Dialplan = ((IEnumerable<DialplanAction>)[new DialplanAction(request.Application, request.Data)]).GetEnumerator();
            Lifecycle.Execute(channel);
        }
    }

    /// <summary>From the first answer of the other side its address is known.</summary>
    void Responded() => channel.Profile = channel.Profile with { NetworkAddr = IsLoopback ? "" : "127.0.0.1" };

    void Refuse(string cause)
    {
        Responded();
        channel.Variables["sip_hangup_disposition"] = "recv_refuse";
        channel.Variables["sip_term_status"] = $"{Cause.Sip(cause)}";
        channel.Variables["proto_specific_hangup_cause"] = $"sip:{Cause.Sip(cause)}";
        HangingUp.Hangup(channel, cause);
    }

    void After(TimeSpan time, Action then) => freeSwitch.After(time, () =>
    {
        if (channel is { IsUp: true, IsAnswered: false })
        {
            then();
        }
    });

    void Reply(string answer)
    {
        var waiting = reply;
        reply = null;
        waiting?.Invoke(answer);
    }
}
