using Web3Tel.Simulator.Applications;
using Web3Tel.Simulator.Events;
using Web3Tel.Simulator.Listeners;

namespace Web3Tel.Simulator.Channels;

/// <summary>
/// One call leg. Its state machine is FreeSWITCH's: <see cref="State"/> is where it was told to go,
/// <see cref="Running"/> where it is; while they differ whatever runs on it is interrupted.
/// </summary>
sealed class Channel
{
    /// <summary>The variable FreeSWITCH takes the presence id from.</summary>
    public const string PresenceVariable = "presence_id";

    CallerProfile? profile;

    public Channel(SimulatedFreeSwitch freeSwitch, string id, string name, string direction, IParty party)
    {
        (Switch, Id, Name, Direction, Party) = (freeSwitch, id, name, direction, party);
        ConversationId = IsInbound ? "" : id;
        Execution = new Execution(this);
    }

    public SimulatedFreeSwitch Switch { get; }

    public string Id { get; }

    public string Name { get; }

    /// <summary><c>inbound</c> or <c>outbound</c>.</summary>
    public string Direction { get; }

    public bool IsInbound => Direction == "inbound";

    /// <summary>Who is at the other end of the wire.</summary>
    public IParty Party { get; }

    public ChannelVariables Variables { get; } = new();

    /// <summary>Whose telephone the channel belongs to, as FreeSWITCH has it in events and tables; null for nobody's.</summary>
    public string? PresenceId => Variables[PresenceVariable];

    public Execution Execution { get; }

    public ChannelState State { get; set; }

    public ChannelState Running { get; private set; }

    public CallState CallState { get; private set; }

    public bool HasProfile => profile is not null;

    public CallerProfile Profile
    {
        get => profile ?? throw new InvalidOperationException($"Channel {Id} has no caller profile yet.");
        set => profile = value;
    }

    public CallerProfile? OtherLeg { get; set; }

    public bool OtherLegIsOriginator { get; set; }

    public bool HitDialplan { get; set; }

    public bool HasCodecs { get; set; }

    /// <summary>Whether the read codec is linear, as while <c>record</c> runs.</summary>
    public bool ReadsLinear { get; set; }

    public bool IsAnswered { get; set; }

    public bool HasEarlyMedia { get; set; }

    public string? HangupCause { get; set; }

    public bool IsUp => State < ChannelState.Hangup;

    /// <summary>Whether an application may go on: nothing has sent the channel elsewhere.</summary>
    public bool IsReady => IsUp && State == Running;

    /// <summary>The actions of the dialplan not yet taken.</summary>
    public IEnumerator<DialplanAction>? Dialplan { get; set; }

    /// <summary>The connection that the <c>socket</c> application holds, if it runs or has been left by a bridge.</summary>
    public Listener? Controller { get; set; }

    public bool DivertsEvents { get; set; }

    public Bridge? Bridge { get; set; }

    /// <summary>The conversation it belongs to, as <c>show channels</c> knows it: a caller has none before a bridge.</summary>
    public string ConversationId { get; set; }

    public Recordings Recordings { get; } = new();

    /// <summary>Keys pressed that no application has read yet.</summary>
    public Queue<char> Keys { get; } = new();

    public string DigitsDialed { get; set; } = "";

    public string LastApplication { get; set; } = "";

    public string LastArgument { get; set; } = "";

    public void Fire(EventKind kind, params ReadOnlySpan<Header> after) => Fire(kind, [], after);

    public void Fire(EventKind kind, ReadOnlySpan<Header> before, ReadOnlySpan<Header> after)
    {
        if (Switch.Events.IsWanted(kind, Id))
        {
            Switch.Events.Send(new ChannelEvent(kind, this, before.ToArray(), after.ToArray()));
        }
    }

    public void Run(ChannelState state)
    {
        Running = state;
        Fire(EventKind.State);
    }

    /// <summary>Enters a running state whose event comes later.</summary>
    public void RunSilently(ChannelState state) => Running = state;

    public void Set(CallState state)
    {
        if (state == CallState)
        {
            return;
        }

        var before = CallState;
        CallState = state;
        Fire(
            EventKind.CallState,
            [Header.Of(HeaderName.OriginalCallState, before.Name()), Header.Of(HeaderName.CallStateNumber, $"{(int)state}")],
            []);
    }
}
