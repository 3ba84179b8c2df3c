using System.Collections.Immutable;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>What has been asked of a connection once and holds as long as it lives; the next one must be asked again.</summary>
sealed record SessionSetup
{
    public static readonly SessionSetup Empty = new();

    static readonly ImmutableHashSet<EventName> OfMyEvents =
        [EventName.ChannelExecute, EventName.ChannelExecuteComplete, EventName.ChannelHangup, EventName.ChannelHangupComplete];

    public EventFormat Format { get; init; }

    public ImmutableSortedSet<EventName> Names { get; init; } = [];

    public ImmutableSortedSet<string> Subclasses { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public MyEvents? MyEvents { get; init; }

    public ImmutableList<Filter> Filters { get; init; } = [];

    public EnableLogging? Logging { get; init; }

    /// <summary>Whether this event comes.</summary>
    public bool Covers(EventName name) =>
        Names.Contains(name) || Names.Contains(EventName.All) || (MyEvents is not null && OfMyEvents.Contains(name));

    /// <summary>What to send so that a new connection is set up alike. Filters first, so that no flood comes before them.</summary>
    public IEnumerable<LineCommand> Commands()
    {
        foreach (var filter in Filters)
        {
            yield return filter;
        }

        if (MyEvents is not null)
        {
            yield return MyEvents;
        }

        if (!Names.IsEmpty || !Subclasses.IsEmpty)
        {
            yield return new Events([.. Names]) { Format = Format, Subclasses = [.. Subclasses] };
        }

        if (Logging is not null)
        {
            yield return Logging;
        }
    }
}
