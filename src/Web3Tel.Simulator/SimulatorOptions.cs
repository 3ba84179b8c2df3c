using System.Collections.Immutable;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator;

/// <summary>How a simulated FreeSWITCH is set up.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The Event Socket's password. Default: FreeSWITCH's own, <c>ClueCon</c>.</summary>
    public string Password { get; init; } = "ClueCon";

    /// <summary>What it calls itself in events. Default: <c>vm</c>, as in the captures.</summary>
    public string Hostname { get; init; } = "vm";

    /// <summary>From which all chance comes: uuids, tags, and whoever behaves at random. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the dialplan gives the <c>socket</c> application. Default: the service on this machine.</summary>
    public string Socket { get; init; } = "127.0.0.1:8084 async full";

    /// <summary>The actions a call gets; asked one after another, so that it can look at the call between them. Default, null: the survival pattern.</summary>
    public Func<DialplanCall, IEnumerable<DialplanAction>>? Dialplan { get; init; }

    /// <summary>What operators dial for a number outside, as a regular expression whose first group is that number. Default, null: nothing.</summary>
    public string? OutgoingNumbers { get; init; }

    /// <summary>How old the service's heartbeat may be for a call to be sent to it. Default: 3 s.</summary>
    public TimeSpan HeartbeatLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a channel takes to look at its messages. Default: a frame of 20 ms.</summary>
    public TimeSpan FrameTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long after <c>connect</c> the channel is parked. Default: 1 ms.</summary>
    public TimeSpan ParkDelay { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>How long after our 200 OK its ACK comes. Default: 10 ms.</summary>
    public TimeSpan AckDelay { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long two legs take to meet after they have left what they did. Default: 40 ms.</summary>
    public TimeSpan BridgeDelay { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How long files last, by path.</summary>
    public ImmutableDictionary<string, TimeSpan> SoundLengths { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>How long a file lasts that <see cref="SoundLengths"/> does not name. Default: 3 s.</summary>
    public TimeSpan DefaultSoundLength { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whoever writes what is recorded; told as a recording ends, before its event. Default, null: no file is written.</summary>
    public Action<RecordedSound>? Recorded { get; init; }

    /// <summary>Files that are not there: playing one gives <c>FILE NOT FOUND</c>.</summary>
    public ImmutableHashSet<string> MissingSounds { get; init; } = [];
}
