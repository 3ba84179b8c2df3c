namespace Web3Tel.Simulator.Channels;

/// <summary>What a bridge writes into both legs, at its stages.</summary>
static class BridgeVariables
{
    /// <summary><c>uuid_bridge</c> has been asked for.</summary>
    public static void Arrange(Channel originator, Channel originatee)
    {
        originator.Variables["uuid_bridge"] = originatee.Id;
        Name(originator, originatee);
        Name(originatee, originator);
        Step(originatee, originator);
        Step(originator, originatee);
        originatee.OtherLeg = originator.Profile with { Index = 0, TransferSource = "" };
        originatee.OtherLegIsOriginator = true;
        originator.OtherLeg = originatee.Profile with { Index = 0, TransferSource = "" };
        originator.OtherLegIsOriginator = false;
        originator.Profile = originator.Profile with
        {
            CalleeIdName = originatee.Profile.CalleeIdName,
            CalleeIdNumber = originatee.Profile.CalleeIdNumber,
        };
        originatee.Profile = originatee.Profile with
        {
            CallerIdName = originator.Profile.CallerIdName,
            CallerIdNumber = originator.Profile.CallerIdNumber,
        };
    }

    /// <summary>The legs have met.</summary>
    public static void Met(Channel originator, Channel originatee)
    {
        originatee.Variables["call_uuid"] = originator.Id;
        originator.ConversationId = originatee.ConversationId = originator.Id;
        var now = originator.Switch.MicroNow;
        originator.Profile = originator.Profile with { Bridged = now };
        originatee.Profile = originatee.Profile with { Bridged = now };
    }

    /// <summary>They hear each other.</summary>
    public static void Joined(Channel originator, Channel originatee)
    {
        originator.Variables["bridge_to"] = originatee.Id;
        originatee.Variables["bridge_to"] = originator.Id;
        originator.Variables["last_bridge_to"] = originatee.Id;
        originatee.Variables["last_bridge_to"] = originator.Id;
        Name(originator, originatee);
        Name(originatee, originator);
        var callee = originator.Profile.CalleeIdNumber;
        originator.Variables["last_sent_callee_id_name"] = callee;
        originator.Variables["last_sent_callee_id_number"] = callee;
    }

    /// <summary>The conversation is over; the cause is that of the leg that ended, if one did.</summary>
    public static void Parted(Channel originator, Channel originatee, string? cause)
    {
        originator.Variables["bridge_to"] = null;
        originatee.Variables["bridge_to"] = null;
        originatee.Variables["call_uuid"] = originatee.Id;
        originator.ConversationId = originator.Id;
        originatee.ConversationId = originatee.Id;
        if (originator.IsUp)
        {
            originator.Variables["last_bridge_hangup_cause"] = cause;
        }

        originator.Variables["bridge_hangup_cause"] = cause;
        originatee.Variables["bridge_hangup_cause"] = originator.HangupCause;
    }

    static void Name(Channel leg, Channel other)
    {
        leg.Variables["bridge_channel"] = other.Name;
        leg.Variables["bridge_uuid"] = other.Id;
        leg.Variables["signal_bond"] = other.Id;
    }

    static void Step(Channel leg, Channel other)
    {
        var profile = leg.Profile;
        leg.Variables["original_destination_number"] = profile.Destination;
        leg.Variables["original_caller_id_name"] = profile.CallerIdName;
        leg.Variables["original_caller_id_number"] = profile.CallerIdNumber;
        var source = $"{leg.Switch.Now.ToUnixTimeSeconds()}:{leg.Switch.NewUuid()}:uuid_br:{other.Id}";
        leg.Variables["transfer_history"] = source;
        leg.Variables["transfer_source"] = source;
        leg.Profile = profile with { Index = profile.Index + 1, Created = leg.Switch.MicroNow, TransferSource = source };
    }
}
